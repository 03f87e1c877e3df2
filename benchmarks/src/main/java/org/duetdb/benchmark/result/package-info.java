/** What was measured: samples, and the ratios formed of them. Imports {@code library} for the names of things. */
package org.duetdb.benchmark.result;
