/** A message-driven bean; deployed only where its resource adapter is. */
package org.duetdb.scenario.message;
