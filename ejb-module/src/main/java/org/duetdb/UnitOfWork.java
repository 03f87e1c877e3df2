package org.duetdb;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a method one unit of work: the transaction that a session begins inside it commits when the method returns, and
 * rolls back when it throws anything at all, {@link Error} and checked exceptions included.
 *
 * <p>The resource methods of Jakarta RESTful Web Services are units of work without it. Other beans say it where
 * {@link DbSession#begin()} shall be legal. The annotation opens no transaction and costs no round trip: a method that
 * never begins one runs without. Inside another unit of work the outer one decides. Where no request context is active,
 * one is for the duration of the method.
 *
 * <pre>{@code
 * @Inject @Database DbSession shop;
 *
 * @UnitOfWork
 * public void move(long from, long to, BigDecimal amount) {
 *     shop.begin();
 *     shop.execute("UPDATE accounts SET balance = balance - $1 WHERE id = $2", amount, from);
 *     shop.execute("UPDATE accounts SET balance = balance + $1 WHERE id = $2", amount, to);
 * }
 * }</pre>
 *
 * <p>A commit that fails is thrown to the caller in the place of the method's result.
 */
@Inherited
@InterceptorBinding
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD, ANNOTATION_TYPE})
public @interface UnitOfWork {}
