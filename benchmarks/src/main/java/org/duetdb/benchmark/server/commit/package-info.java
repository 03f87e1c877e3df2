/** The application that commits through sessions. */
package org.duetdb.benchmark.server.commit;
