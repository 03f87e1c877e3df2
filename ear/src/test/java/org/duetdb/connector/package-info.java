/**
 * The smallest resource adapter that calls a message-driven bean (Jakarta Connectors 2.1 §13), so that such beans are
 * tested without a message broker. Deployed as a module of its own; imports nothing of Duet.
 */
package org.duetdb.connector;
