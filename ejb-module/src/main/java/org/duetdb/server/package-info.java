/**
 * What differs from one application server to the next: the SPI, and an implementation for each server that Duet is
 * tested on. None of them links to a class of its server: what they ask, they ask its MBeans.
 *
 * <p>Imports nothing of Duet.
 */
package org.duetdb.server;
