/**
 * Payara Micro as a process.
 *
 * <p>{@link org.duetdb.payara.PayaraMicro} starts applications with the pools of a catalog.
 */
package org.duetdb.payara;
