/**
 * The sample application: users, orders and transfers in the database {@code default}, events in the database
 * {@code analytics}.
 *
 * <p>A resource reads through the read role and writes through the write role. One that changes several rows, or both
 * databases, begins a transaction, which ends with its method.
 *
 * <p>Of Duet it imports the API only: {@code org.duetdb} and {@code org.duetdb.rest}.
 */
package org.duetdb.web;
