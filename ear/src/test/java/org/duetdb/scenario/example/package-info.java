/** What runs the examples of the documentation; deployed together with them only. */
package org.duetdb.scenario.example;
