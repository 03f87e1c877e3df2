/** The application that commits through the driver's own datasource class, without Duet. */
package org.duetdb.benchmark.server.plain;
