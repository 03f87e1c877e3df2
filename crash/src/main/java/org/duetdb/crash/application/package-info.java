/** The application that moves the money: a WAR for every server. Of Duet it imports the API only. */
package org.duetdb.crash.application;
