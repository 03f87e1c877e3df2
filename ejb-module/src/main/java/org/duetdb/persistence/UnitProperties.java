package org.duetdb.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.duetdb.Origin;

/**
 * What the provider of a unit is told, beside what stands in its descriptor.
 *
 * @param origin the alias, which is the unit's name, and the role
 * @param connections where the provider takes its connections
 * @param ofServer what finds the server's transactions
 */
record UnitProperties(Origin origin, SessionDataSource connections, Map<String, String> ofServer) {

    /** Returns them; each time for a factory of its own. */
    Map<String, Object> map() {
        Map<String, Object> all = new HashMap<>(ofServer);
        all.put("jakarta.persistence.transactionType", "JTA");
        all.put("jakarta.persistence.jtaDataSource", connections);
        // what a cache has is not what SQL, other servers and replication have made of it
        all.put("jakarta.persistence.sharedCache.mode", "NONE");
        // EclipseLink would give both roles the same one, and the next deployment, too
        all.put("eclipselink.session-name", "duet-" + origin.alias() + "-" + origin.role() + "-" + UUID.randomUUID());
        // EclipseLink knows no converter that the unit does not list; Hibernate needs no list
        all.put("eclipselink.metadata-source", "XML");
        all.put("eclipselink.metadata-source.xml.file", "META-INF/duet-converters.xml");
        // tables are made when somebody says so
        all.put("jakarta.persistence.schema-generation.database.action", "none");
        all.put("hibernate.hbm2ddl.auto", "none");
        return all;
    }
}
