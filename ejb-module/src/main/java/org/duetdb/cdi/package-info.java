/**
 * The portable extension that wires everything (Jakarta CDI 4.0 §24): the only place with
 * {@code jakarta.enterprise.inject.spi}.
 *
 * <p>Imports every other package and is imported by none.
 */
package org.duetdb.cdi;
