/** The application with a session. */
package org.duetdb.benchmark.server.session;
