package org.duetdb.configure.wildfly;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duetdb.configure.Difference;
import org.duetdb.configure.PoolConfiguration;

/**
 * A script for {@code jboss-cli.sh --file=…}, to be run while the server is down. It brings the pools of
 * {@code standalone.xml} to what they shall be, and adds once what the server lacks: the driver, MicroProfile Config
 * and Health, the name under which its transactions are recovered, and how often. Recovery itself is on by default;
 * left alone it takes four minutes to roll back what a crash has left prepared, and its rows stay locked for as long.
 *
 * @param lines the script
 */
public record WildFlyScript(List<String> lines) {

    /** What the name of a server in transactions may have, in bytes. */
    private static final int NODE_BYTES = 23;

    /**
     * A pass each ten seconds, its two halves two seconds apart. A branch that no log knows of is rolled back after
     * five seconds; those of transactions that are under way are told from it by their manager. And if all others voted
     * read-only, the last one is committed in one phase instead of being asked.
     */
    private static final Map<String, String> TRANSACTIONS = new TreeMap<>(Map.of(
            "RecoveryEnvironmentBean.periodicRecoveryPeriod", "10",
            "RecoveryEnvironmentBean.recoveryBackoffPeriod", "2",
            "JTAEnvironmentBean.orphanSafetyInterval", "5000",
            "CoordinatorEnvironmentBean.dynamic1PC", "true"));

    private static final String POOLS = "/subsystem=datasources/";

    /** Copies the lines. */
    public WildFlyScript {
        lines = List.copyOf(lines);
    }

    /**
     * Returns the script.
     *
     * @param difference between the pools that stand in {@code standalone.xml} and {@link WildFlyPools}
     * @param driver the jar of the driver, which is copied
     * @param xaJar the jar with the datasource class, which stays where it is
     * @param node the name of this server in transactions: no other server that uses one of the databases has the same,
     *     and it must stay, or else what a crash has left prepared is not recovered
     * @throws IllegalArgumentException if the name is empty or has more than 23 bytes
     */
    public static WildFlyScript of(Difference difference, Path driver, Path xaJar, String node) {
        int bytes = node.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > NODE_BYTES) {
            throw new IllegalArgumentException("DUET-520 the node identifier has " + bytes
                    + " bytes; give the server a name of 1 to " + NODE_BYTES + " bytes");
        }
        CliScript script = new CliScript();
        script.add("embed-server --server-config=standalone.xml");
        script.add(new DriverModule(driver, xaJar).lines());
        microProfile(script);
        script.add("/subsystem=transactions:write-attribute(name=node-identifier,value="
                + CliScript.quoted(Expression.literal(node)) + ")");
        TRANSACTIONS.forEach((property, value) ->
                script.unlessPresent("/system-property=" + property, "(value=" + CliScript.quoted(value) + ")"));
        difference.removed().forEach(pool -> script.add(address(pool) + ":remove"));
        difference.changed().forEach(change -> {
            script.add(address(change.present()) + ":remove");
            script.together(additions(change.desired()));
        });
        difference.added().forEach(pool -> script.together(additions(pool)));
        script.add("stop-embedded-server");
        return new WildFlyScript(script.lines());
    }

    /** The server's standalone.xml has not all of it. */
    private static void microProfile(CliScript script) {
        script.unlessPresent("/extension=org.wildfly.extension.microprofile.config-smallrye", "");
        script.unlessPresent("/subsystem=microprofile-config-smallrye", "");
        script.unlessPresent("/extension=org.wildfly.extension.microprofile.health-smallrye", "");
        script.unlessPresent("/subsystem=microprofile-health-smallrye", "(security-enabled=false)");
    }

    private static String address(PoolConfiguration pool) {
        return POOLS + PoolKind.of(pool).resource() + "=" + CliScript.quoted(pool.name());
    }

    private static List<String> additions(PoolConfiguration pool) {
        String prefix = PoolKind.of(pool).properties() + ".";
        List<String> operations = new ArrayList<>();
        operations.add(pool.options().entrySet().stream()
                .filter(option -> !option.getKey().startsWith(prefix))
                .map(WildFlyScript::parameter)
                .collect(Collectors.joining(",", address(pool) + ":add(", ")")));
        pool.options().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                String property = CliScript.quoted(name.substring(prefix.length()));
                operations.add(address(pool) + "/" + PoolKind.of(pool).properties() + "=" + property + ":add(value="
                        + CliScript.quoted(value) + ")");
            }
        });
        return operations;
    }

    private static String parameter(Map.Entry<String, String> option) {
        return option.getKey() + "=" + CliScript.quoted(option.getValue());
    }
}
