/** The database that everything is measured on: the embedded primary, without its standby. */
package org.duetdb.benchmark.database;
