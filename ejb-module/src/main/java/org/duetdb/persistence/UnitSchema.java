package org.duetdb.persistence;

import jakarta.persistence.Persistence;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * The statements that make what the entities of a unit need (Jakarta Persistence 3.1 §9.4), as its provider writes
 * them.
 */
final class UnitSchema {

    private UnitSchema() {}

    /** Returns them in their order; nothing is executed. */
    static List<String> statements(String unit, Map<String, Object> properties) {
        StringWriter script = new StringWriter();
        properties.put("jakarta.persistence.schema-generation.database.action", "none");
        properties.put("jakarta.persistence.schema-generation.scripts.action", "create");
        properties.put("jakarta.persistence.schema-generation.scripts.create-target", script);
        properties.put("jakarta.persistence.database-product-name", "PostgreSQL");
        // a statement is a line
        properties.put("hibernate.format_sql", "false");
        Persistence.generateSchema(unit, properties);
        return script.toString()
                .lines()
                .map(line -> line.strip().replaceFirst(";$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
