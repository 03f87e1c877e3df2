package org.duetdb.configure.payara;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.ConfigureException;
import org.duetdb.configure.Difference;
import org.duetdb.configure.Installation;
import org.duetdb.configure.NamedFile;
import org.duetdb.configure.Output;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.ShellWord;

/** Payara Micro: the files that it reads before and after it boots, and the command that starts it with them. */
public final class PayaraMicro implements ServerConfigurator {

    /** Creates it. */
    public PayaraMicro() {}

    @Override
    public String name() {
        return "payara-micro";
    }

    @Override
    public String homeIs() {
        return "the folder that holds the jar of Payara Micro, payara-micro*.jar";
    }

    @Override
    public List<PoolConfiguration> desired(Catalog catalog, Installation installation) {
        List<PoolConfiguration> desired = new ArrayList<>();
        desired.add(MicroStart.recovery(installation));
        desired.addAll(PayaraPools.of(catalog));
        return desired;
    }

    @Override
    public List<PoolConfiguration> present(Installation installation) throws IOException {
        return MicroStart.present(installation);
    }

    @Override
    public Output output(Catalog catalog, Difference difference, Installation installation) throws IOException {
        Path server = server(installation.home());
        MicroStart start = MicroStart.of(server, installation, catalog, Map.of());
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(start.jvmOptions());
        command.addAll(List.of("-jar", server.toString()));
        command.addAll(start.serverOptions());
        command.addAll(List.of("--deploy", "APPLICATION.war"));
        String line = command.stream().map(ShellWord::of).collect(Collectors.joining(" "));
        return new Output(start.files(), List.of(), List.of(line));
    }

    private static Path server(Path home) throws IOException {
        return NamedFile.first(home, "payara-micro.*\\.jar")
                .orElseThrow(() -> absent(home))
                .toAbsolutePath()
                .normalize();
    }

    private static ConfigureException absent(Path home) {
        return new ConfigureException("DUET-502 there is no payara-micro*.jar in " + home
                + "; name the folder that holds the jar of Payara Micro with --home");
    }
}
