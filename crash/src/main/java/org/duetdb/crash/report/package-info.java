/** The results of all runs, on a page. */
package org.duetdb.crash.report;
