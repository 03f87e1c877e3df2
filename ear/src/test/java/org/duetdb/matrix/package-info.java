/** What the tests on servers ran on, and how many they were: the table at the end of a build. */
package org.duetdb.matrix;
