/**
 * What every server must do: these tests run unchanged on each, against the sample application as a WAR or as an EAR,
 * whichever the server takes.
 */
package org.duetdb.application;
