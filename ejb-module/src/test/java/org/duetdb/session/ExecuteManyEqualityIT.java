package org.duetdb.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duetdb.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many rows at once come out as the same rows one by one, whatever the types of values and columns. */
class ExecuteManyEqualityIT {

    private static final Map<String, List<Object>> VALUES = new ManyValues().byType();

    @RegisterExtension
    private static final TestSessions sessions = new TestSessions();

    private JdbcDbSession shop;

    /** What became of rows: how many were affected, and what is stored; or the SQLSTATE of the failure. */
    private record Result(long affected, List<String> stored, String sqlState) {}

    @BeforeAll
    static void start() throws SQLException {
        try (JdbcDbSession session = sessions.transactionalSession("default")) {
            session.execute("CREATE DOMAIN positive AS int CHECK (value > 0)");
            session.execute("CREATE DOMAIN note AS varchar(5) DEFAULT 'none'");
            session.execute("CREATE DOMAIN numbers AS int[]");
            session.execute("CREATE TYPE pair AS (n int, t text)");
            session.execute("CREATE TYPE temper AS ENUM ('calm', 'BUSY')");
        }
    }

    @BeforeEach
    void open() {
        shop = sessions.transactionalSession("default");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    static List<String> types() {
        return List.copyOf(VALUES.keySet());
    }

    /** Every value of a type alone with null, and all beside each other. */
    @ParameterizedTest
    @MethodSource("types")
    void oneColumn_valuesOfOneClassOrOfAll_areAsOneByOne(String type) {
        for (Object value : VALUES.get(type)) {
            compareInto(type, i -> i % 7 == 3 ? null : value);
        }
        List<Object> all = VALUES.get(type);
        compareInto(type, i -> all.get(i % all.size()));
        List<Object> integers = all.stream()
                .filter(value -> value instanceof Integer || value instanceof Long)
                .toList();
        compareInto(type, i -> integers.isEmpty() ? null : integers.get(i % integers.size()));
    }

    private void compareInto(String type, IntFunction<Object> value) {
        List<List<Object>> rows = rows(64, i -> Collections.singletonList(value.apply(i)));
        assertThat(result(List.of(type), table -> shop.into(table).insert(maps(rows))))
                .isEqualTo(oneByOne(List.of(type), rows));
    }

    /** Rows of several columns, one value of which may be one that its column does not take. */
    @ParameterizedTest
    @MethodSource("seeds")
    void severalColumns_ofAnyType_areAsOneByOne(int seed) {
        Random random = new Random(seed);
        List<String> types = random.ints(1 + random.nextInt(6), 0, VALUES.size())
                .mapToObj(types()::get)
                .toList();
        boolean[] uniform = new boolean[types.size()];
        for (int i = 0; i < uniform.length; i++) {
            uniform[i] = random.nextInt(3) > 0;
        }
        int count = List.of(20, 130).get(random.nextInt(2));
        List<List<Object>> rows = rows(count, row -> {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < uniform.length; i++) {
                List<Object> some = VALUES.get(types.get(i));
                Object value = some.get(uniform[i] ? seed % some.size() : random.nextInt(some.size()));
                values.add(random.nextInt(10) == 0 ? null : value);
            }
            return values;
        });
        if (random.nextInt(3) == 0) {
            List<Object> strange = VALUES.get(types().get(random.nextInt(VALUES.size())));
            rows.get(random.nextInt(count)).set(random.nextInt(uniform.length), strange.get(0));
        }
        Result expected = oneByOne(types, rows);
        String sql = sql(types.size());
        assertThat(result(types, table -> shop.executeMany(sql, rows)))
                .as("executeMany of %s", types)
                .isEqualTo(expected);
        assertThat(result(types, table -> shop.executeMany(sql + " ON CONFLICT DO NOTHING RETURNING 1", rows)))
                .as("executeMany with RETURNING of %s", types)
                .isEqualTo(expected);
        assertThat(result(types, table -> shop.into(table).insert(maps(rows))))
                .as("insert of %s", types)
                .isEqualTo(expected);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static List<List<Object>> rows(int count, IntFunction<List<Object>> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static String sql(int size) {
        String places = IntStream.rangeClosed(1, size).mapToObj(i -> "$" + i).collect(Collectors.joining(", "));
        String columns = IntStream.rangeClosed(1, size).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "INSERT INTO many (" + columns + ") VALUES (" + places + ")";
    }

    private Result oneByOne(List<String> types, List<List<Object>> rows) {
        String sql = sql(types.size());
        return result(types, table -> {
            long affected = 0;
            for (List<Object> row : rows) {
                affected += shop.execute(sql, row.toArray());
            }
            return affected;
        });
    }

    private static List<Map<String, Object>> maps(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        map.put("c" + (i + 1), row.get(i));
                    }
                    return map;
                })
                .toList();
    }

    /** Runs an insertion into a new table, and undoes it all. */
    private Result result(List<String> types, ToLongFunction<String> insertion) {
        shop.begin();
        try {
            String columns = IntStream.rangeClosed(1, types.size())
                    .mapToObj(i -> ", c" + i + ' ' + types.get(i - 1))
                    .collect(Collectors.joining());
            shop.execute("CREATE TEMPORARY TABLE many (id int GENERATED BY DEFAULT AS IDENTITY" + columns + ")");
            long affected = insertion.applyAsLong("many");
            return new Result(affected, shop.query(String.class, "SELECT many::text FROM many ORDER BY id"), null);
        } catch (DatabaseException failure) {
            return new Result(0, List.of(), failure.sqlState());
        } finally {
            shop.rollback();
        }
    }
}
