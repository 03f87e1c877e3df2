/**
 * What clients send: bodies and query parameters, read strictly. Whatever is missing or malformed is a problem that
 * names it.
 *
 * <p>JSON-B would ignore a missing field and round a number, and names neither; so bodies are read with JSON-P.
 */
package org.duetdb.web.input;
