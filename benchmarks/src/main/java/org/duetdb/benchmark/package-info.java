/** The benchmark of the library beside its peers. */
package org.duetdb.benchmark;
