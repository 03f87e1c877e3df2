package org.duetdb.simulation;

/** A database's part of a transaction, and the connection that it began on. */
record Enlisted(Branch branch, Backend backend) {}
