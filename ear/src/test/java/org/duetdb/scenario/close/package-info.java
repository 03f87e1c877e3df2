/** Closes a database of the application, for good: deployed only with the test of it. */
package org.duetdb.scenario.close;
