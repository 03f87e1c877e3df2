/** Figures of the read role and of failover: {@code mvn -Preplicas}. */
package org.duetdb.crash.replica;
