/**
 * The demo as its user runs it, and servers whose configuration is wrong: processes of their own, seen from outside.
 */
package org.duetdb.launch;
