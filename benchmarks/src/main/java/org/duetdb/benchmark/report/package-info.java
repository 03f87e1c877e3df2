/**
 * Makes text of results: tables, and what is said of the figures that were promised. Imports {@code library} and
 * {@code result}.
 */
package org.duetdb.benchmark.report;
