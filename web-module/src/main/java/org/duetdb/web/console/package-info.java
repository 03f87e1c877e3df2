/** The page at {@code /} that shows how the databases are. */
package org.duetdb.web.console;
