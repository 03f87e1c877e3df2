/**
 * The command line: {@code java -jar duet-generator.jar SERVER --home DIR}. Imports the dialects of the servers,
 * picocli and the implementation of MicroProfile Config, which nothing else here does.
 */
package org.duetdb.configure.command;
