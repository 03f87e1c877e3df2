/**
 * All that an application sees of Duet.
 *
 * <p>{@link org.duetdb.Database} injects a {@link org.duetdb.DbSession} (or a {@link javax.sql.DataSource}) for one
 * alias and role. {@link org.duetdb.UnitOfWork} makes a method one unit of work; JAX-RS resource methods are one
 * without it. Every failure is a {@link org.duetdb.DuetException}.
 *
 * <p>This package imports none of its sub-packages.
 */
package org.duetdb;
