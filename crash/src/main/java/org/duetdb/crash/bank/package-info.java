/** The two databases with the money, and the connections to them. Imports {@code org.duetdb.embedded}. */
package org.duetdb.crash.bank;
