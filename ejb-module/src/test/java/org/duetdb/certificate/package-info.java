/** Certificates for tests, made as they are needed. */
package org.duetdb.certificate;
