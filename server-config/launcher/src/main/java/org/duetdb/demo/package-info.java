/**
 * The demo: the embedded databases and the sample application on Payara Micro, by one command.
 *
 * <p>{@link org.duetdb.demo.Demo} is what {@code mvn -Pdemo} runs.
 */
package org.duetdb.demo;
