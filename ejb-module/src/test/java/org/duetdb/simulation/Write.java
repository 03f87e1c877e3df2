package org.duetdb.simulation;

/** A row that the program has inserted, or has tried to. */
record Write(String alias, int id) {}
