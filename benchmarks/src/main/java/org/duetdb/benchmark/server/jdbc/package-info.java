/** The application with raw JDBC. */
package org.duetdb.benchmark.server.jdbc;
