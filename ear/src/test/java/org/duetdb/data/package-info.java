/** Repositories of Jakarta Data on the factories and connections of Duet, where the server has what implements them. */
package org.duetdb.data;
