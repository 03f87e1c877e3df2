/** Entities of two databases, on the tables of the scenarios. */
package org.duetdb.scenario.model;
