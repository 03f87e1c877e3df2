/** What became of a run: whether everything is recovered, and whether the books of both databases hold. */
package org.duetdb.crash.verdict;
