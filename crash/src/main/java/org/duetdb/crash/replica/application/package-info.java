/** The application whose reads and writes are watched while replicas and primaries fall away. */
package org.duetdb.crash.replica.application;
