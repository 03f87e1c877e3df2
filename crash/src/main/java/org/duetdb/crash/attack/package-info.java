/** What is killed, and when: the plan that follows from a seed, and how it is carried out. */
package org.duetdb.crash.attack;
