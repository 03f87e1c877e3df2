/**
 * The examples of the API's documentation, taken from its sources, and made classes of. The tests of the application
 * run them on a server.
 */
package org.duetdb.example;
