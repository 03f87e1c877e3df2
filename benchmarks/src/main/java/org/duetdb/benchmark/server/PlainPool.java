package org.duetdb.benchmark.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.duetdb.config.DatabaseSettings;

/**
 * A pool over the driver's own datasource class, as an application defines it for itself.
 *
 * @param name what it is called in {@code java:app}
 * @param transactional whether its connections take part in transactions
 */
record PlainPool(String name, DatabaseSettings settings, boolean transactional) {

    static String webXml(PlainPool... pools) {
        return Arrays.stream(pools)
                .map(PlainPool::element)
                .collect(Collectors.joining(
                        "",
                        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n",
                        "</web-app>\n"));
    }

    private String element() {
        return """
                <data-source>
                    <name>java:app/%s</name>
                    <class-name>%s</class-name>
                    <url>%s</url>
                    <user>%s</user>
                    <password>%s</password>
                    <transactional>%s</transactional>
                    <max-pool-size>%d</max-pool-size>
                </data-source>
                """.formatted(
                        name,
                        transactional ? "org.postgresql.xa.PGXADataSource" : "org.postgresql.ds.PGSimpleDataSource",
                        settings.address().jdbcUrl().replace("&", "&amp;"),
                        settings.user(),
                        settings.password().reveal(),
                        transactional,
                        settings.pool().maxSize());
    }
}
