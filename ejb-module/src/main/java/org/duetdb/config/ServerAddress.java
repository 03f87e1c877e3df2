package org.duetdb.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One or several hosts, a database, and properties of the driver: a connection URL without its credentials.
 *
 * @param hosts in the order in which they are tried
 * @param database the name of the database
 * @param properties what the driver gets besides, in the order given
 */
public record ServerAddress(List<Host> hosts, String database, Map<String, String> properties) {

    /**
     * One host.
     *
     * @param name a host name, an IPv4 address, or an IPv6 address without brackets
     * @param port the port
     */
    public record Host(String name, int port) {

        /** PostgreSQL's own port. */
        public static final int DEFAULT_PORT = 5432;

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    /** Copies the collections. */
    public ServerAddress {
        hosts = List.copyOf(hosts);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Returns the driver's form, without properties: {@code jdbc:postgresql://host:5432/name}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + hostList() + "/" + PercentEncoding.encode(database);
    }

    /** Returns the hosts as {@code host:port,host:port}. */
    public String hostList() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }
}
