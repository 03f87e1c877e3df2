/**
 * The demo and the generator as their users run them, and servers whose configuration is wrong: processes of their own,
 * seen from outside.
 */
package org.duetdb.launch;
