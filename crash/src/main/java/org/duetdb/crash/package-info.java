/**
 * Kills application servers, databases and connections while money moves between two databases, and looks afterwards
 * whether it is all there.
 *
 * <p>{@link org.duetdb.crash.Crashes} runs what the command line asks for. What happens in one run follows from one
 * seed: {@code attack} makes the plan and carries it out, {@code client} sends transfers and remembers the answers,
 * {@code verdict} compares these with the two databases of {@code bank}. {@code server} has the four application
 * servers, each with the {@code application} and with the {@code hook} in it, and {@code report} writes the results.
 */
package org.duetdb.crash;
