package org.duetdb.crash.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.PropertyCatalog;
import org.duetdb.configure.liberty.DropinFile;
import org.duetdb.configure.liberty.LibertyPools;
import org.duetdb.configure.payara.PayaraCommands;
import org.duetdb.configure.wildfly.WildFlyPools;
import org.duetdb.crash.hook.HookedXADataSource;
import org.junit.jupiter.api.Test;

/** The hook is around the class that the generator has chosen, whatever that is. */
class HookTest {

    private static final String HOOK = HookedXADataSource.class.getName();
    private static final Catalog CATALOG =
            PropertyCatalog.of(Map.of("database.default.url", "postgresql://user:secret@127.0.0.1:5432/app"));

    @Test
    void inCommands_poolsOfTheGenerator_nameTheHookAndWhatItWraps() {
        List<String> commands = PayaraCommands.of(CATALOG).beforeBoot();
        List<String> hooked = Hook.inCommands(commands);
        assertThat(hooked).hasSameSizeAs(commands);
        assertThat(hooked)
                .filteredOn(command -> command.endsWith(" duet-default-write"))
                .singleElement()
                .asString()
                .contains("--datasourceclassname=" + HOOK + " ")
                .containsPattern("--property=hooked=org\\.[a-z.]+\\.[A-Za-z]+DataSource:url=");
        assertThat(hooked)
                .filteredOn(command -> command.endsWith(" duet-default-read"))
                .allMatch(commands::contains);
    }

    @Test
    void inCommands_otherClassAskedFor_isWrappedInPlaceOfTheConfigured() {
        System.setProperty("crash.datasource", "org.example.OtherXADataSource");
        try {
            assertThat(Hook.inCommands(PayaraCommands.of(CATALOG).beforeBoot()))
                    .filteredOn(command -> command.endsWith(" duet-default-write"))
                    .singleElement()
                    .asString()
                    .contains("--datasourceclassname=" + HOOK + " ")
                    .contains("--property=hooked=org.example.OtherXADataSource:url=");
        } finally {
            System.clearProperty("crash.datasource");
        }
    }

    @Test
    void inWildFly_poolsOfTheGenerator_nameTheHookAndWhatItWraps() {
        List<PoolConfiguration> pools = WildFlyPools.of(CATALOG).configurations();
        List<String> script = List.of(
                "embed-server",
                "/subsystem=datasources/jdbc-driver=x:add(driver-xa-datasource-class-name=org.example.OneDataSource)");
        List<PoolConfiguration> hooked = Hook.inWildFly(pools, script);
        assertThat(hooked)
                .filteredOn(pool -> pool.name().equals("duet-default-write"))
                .singleElement()
                .satisfies(pool -> assertThat(pool.options())
                        .containsEntry("xa-datasource-class", HOOK)
                        .containsEntry("xa-datasource-properties.hooked", "org.example.OneDataSource"));
    }

    @Test
    void inDropin_fileOfTheGenerator_namesTheHook() {
        String plain = new DropinFile(LibertyPools.of(CATALOG).configurations()).text();
        assertThat(Hook.classInDropin(plain)).endsWith("XADataSource").doesNotContain("\"");
        assertThat(Hook.inDropin(plain)).contains("javax.sql.XADataSource=\"" + HOOK + "\"");
    }
}
