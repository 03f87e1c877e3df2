/** Those who send transfers, and what they were told. Imports {@code bank} for the numbers of the accounts. */
package org.duetdb.crash.client;
