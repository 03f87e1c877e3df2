package org.duetdb.configure.payara;

import static org.duetdb.configure.payara.PayaraPool.JNDI_NAME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duetdb.configure.Difference;
import org.duetdb.configure.Difference.Change;
import org.duetdb.configure.PoolConfiguration;

/**
 * The file for {@code asadmin multimode} that brings a running Payara Server from what it has to what it shall have.
 * Asadmin goes on after a command that fails: only a comparison tells whether all worked.
 */
final class AsadminScript {

    private static final String TITLE = "# made by Duet; run by: asadmin multimode --file <this file>";

    private final Difference difference;
    private final List<String> lines = new ArrayList<>();

    private AsadminScript(Difference difference) {
        this.difference = difference;
    }

    static List<String> of(Difference difference) {
        return new AsadminScript(difference).lines();
    }

    /** Names are given back before others take them. */
    private List<String> lines() {
        lines.add(TITLE);
        difference.changed().stream().filter(AsadminScript::isOfServer).forEach(this::settings);
        List<Change> pools = difference.changed().stream()
                .filter(change -> !isOfServer(change))
                .toList();
        List<Change> again =
                pools.stream().filter(change -> !isChangedInPlace(change)).toList();
        List<Change> inPlace =
                pools.stream().filter(AsadminScript::isChangedInPlace).toList();
        difference.removed().forEach(this::delete);
        again.forEach(change -> delete(change.present()));
        inPlace.forEach(this::deleteResources);
        inPlace.forEach(this::change);
        again.forEach(change -> create(change.desired()));
        difference.added().forEach(this::create);
        return lines;
    }

    private static boolean isOfServer(Change change) {
        return change.name().equals(ServerSetting.NAME);
    }

    private void settings(Change change) {
        Arrays.stream(ServerSetting.values())
                .filter(setting -> change.set().containsKey(setting.option()))
                .forEach(setting -> lines.add(setting.command()));
    }

    private static boolean isChangedInPlace(Change change) {
        return Arrays.stream(PoolAttribute.values())
                .filter(attribute -> !attribute.isChangedInPlace())
                .noneMatch(attribute -> change.set().containsKey(attribute.attribute()));
    }

    private void create(PoolConfiguration pool) {
        lines.addAll(CreateCommands.of(pool, Quoting.ASADMIN));
    }

    private void delete(PoolConfiguration pool) {
        lines.add("delete-jdbc-connection-pool --cascade=true " + pool.name());
    }

    private void deleteResources(Change change) {
        if (change.set().containsKey(JNDI_NAME)) {
            Arrays.stream(change.present().options().get(JNDI_NAME).split(" "))
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> lines.add("delete-jdbc-resource " + name));
        }
    }

    private void change(Change change) {
        Map<String, String> values = change.set();
        String jndiName = values.remove(JNDI_NAME);
        if (isGrowing(change)) {
            // Payara looks at each line by itself, and refuses a minimum above the maximum
            set(change, PoolAttribute.MAX.attribute(), values.remove(PoolAttribute.MAX.attribute()));
        }
        String min = values.remove(PoolAttribute.MIN.attribute());
        if (min != null) {
            set(change, PoolAttribute.MIN.attribute(), min);
        }
        values.forEach((option, value) -> set(change, option, value));
        change.unset().forEach(option -> set(change, option, ""));
        if (jndiName != null) {
            lines.add(CreateCommands.resource(change.name(), jndiName));
        }
    }

    private static boolean isGrowing(Change change) {
        return maximum(change.present()) < maximum(change.desired());
    }

    private static int maximum(PoolConfiguration pool) {
        String value = pool.options().get(PoolAttribute.MAX.attribute());
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    private void set(Change change, String option, String value) {
        String path = "resources.jdbc-connection-pool." + change.name() + "." + option;
        lines.add("set " + Quoting.ASADMIN.quoted(path + "=" + value));
    }
}
