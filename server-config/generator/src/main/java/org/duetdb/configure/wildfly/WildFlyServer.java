package org.duetdb.configure.wildfly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.ConfigureException;
import org.duetdb.configure.Difference;
import org.duetdb.configure.DriverJar;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.Output;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.ShellWord;
import org.duetdb.configure.XaJar;

/** WildFly: a script for a server that is down. */
public final class WildFlyServer implements ServerConfigurator {

    private static final String SETTINGS = "standalone/configuration/standalone.xml";
    private static final String SCRIPT = "duet.cli";
    private static final String DRIVER_FOLDER = "standalone/data/duet";

    /** Creates it. */
    public WildFlyServer() {}

    @Override
    public String name() {
        return "wildfly";
    }

    @Override
    public String homeIs() {
        return "the folder of WildFly, with standalone/configuration/standalone.xml";
    }

    @Override
    public List<PoolConfiguration> desired(Catalog catalog, Installation installation) {
        return WildFlyPools.of(catalog).configurations();
    }

    @Override
    public List<PoolConfiguration> present(Installation installation) throws IOException {
        Path settings = installation.home().resolve(SETTINGS);
        if (!Files.isRegularFile(settings)) {
            throw new ConfigureException("DUET-502 there is no " + SETTINGS + " in " + installation.home()
                    + "; name the folder of WildFly with --home");
        }
        return StandaloneConfiguration.pools(settings);
    }

    @Override
    public Output output(Catalog catalog, Difference difference, Installation installation) throws IOException {
        Path home = installation.home().toAbsolutePath().normalize();
        Path folder = home.resolve(DRIVER_FOLDER);
        List<GeneratedFile> libraries = new ArrayList<>(DriverJar.of(installation, folder));
        libraries.add(XaJar.in(folder));
        WildFlyScript script = WildFlyScript.of(
                difference, DriverJar.in(installation, folder), folder.resolve(XaJar.NAME), catalog.node());
        Path file = installation.outputOr(home).toAbsolutePath().normalize().resolve(SCRIPT);
        return new Output(
                libraries,
                List.of(GeneratedFile.of(file, script.lines())),
                List.of(ShellWord.of(home.resolve("bin/jboss-cli.sh")) + " " + ShellWord.of("--file=" + file)));
    }
}
