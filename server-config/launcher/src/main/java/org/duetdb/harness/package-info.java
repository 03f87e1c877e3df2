/**
 * What the tests on servers, the crash harness and the benchmarks share: application servers in folders of their own,
 * on the loopback interface, and what is written and read around them. Nothing of it is for an application.
 */
package org.duetdb.harness;
