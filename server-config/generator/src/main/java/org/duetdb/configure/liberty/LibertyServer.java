package org.duetdb.configure.liberty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.XaJar;

/** Open Liberty: a file of its configuration, which it reads again when it changes. */
public final class LibertyServer implements ServerConfigurator {

    private static final String SETTINGS = "server.xml";

    /** Creates it. */
    public LibertyServer() {}

    @Override
    public String name() {
        return "liberty";
    }

    @Override
    public String homeIs() {
        return "the folder of a server, with server.xml";
    }

    @Override
    public List<PoolConfiguration> desired(Catalog catalog, Installation installation) {
        return LibertyPools.of(catalog).configurations();
    }

    @Override
    public List<PoolConfiguration> present(Installation installation) throws IOException {
        if (!Files.isRegularFile(installation.home().resolve(SETTINGS))) {
            throw new ConfigureException("DUET-502 there is no " + SETTINGS + " in " + installation.home()
                    + "; name the folder of a server of Open Liberty with --home");
        }
        return PresentPools.in(file(installation));
    }

    @Override
    public Output output(Catalog catalog, Difference difference, Installation installation) throws IOException {
        String text = new DropinFile(LibertyPools.of(catalog).configurations()).text();
        List<GeneratedFile> files = new ArrayList<>();
        files.add(new GeneratedFile(file(installation), text.getBytes(StandardCharsets.UTF_8)));
        Path folder = installation.home().resolve(DropinFile.DRIVER_FOLDER);
        List<GeneratedFile> libraries = new ArrayList<>(DriverJar.of(installation, folder));
        libraries.add(XaJar.in(folder));
        files.addAll(libraries);
        List<String> next = new ArrayList<>();
        if (!new Output(libraries, List.of(), List.of()).pending().isEmpty()) {
            next.add("start the server, or restart it: it looks for the driver when it starts");
        }
        next.addAll(encodings(catalog));
        return new Output(files, List.of(), next);
    }

    private static List<String> encodings(Catalog catalog) {
        return PoolDefinition.of(catalog).stream()
                .filter(pool -> pool.hasPassword() && LibertySecret.isMisread(pool.revealPassword()))
                .map(pool -> "give " + pool.secret().variable()
                        + " as bin/securityUtility encode --encoding=xor prints it: Liberty would misread the password")
                .toList();
    }

    private static Path file(Installation installation) {
        return installation
                .outputOr(installation.home())
                .toAbsolutePath()
                .normalize()
                .resolve(DropinFile.PATH);
    }
}
