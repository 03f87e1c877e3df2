package org.duetdb.configure.payara;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.ConfigureException;
import org.duetdb.configure.Difference;
import org.duetdb.configure.DriverJar;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.NamedFile;
import org.duetdb.configure.Output;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.ServerConfigurator;
import org.duetdb.configure.ShellWord;
import org.duetdb.configure.XaJar;

/** Payara Micro: the files that it reads before and after it boots, and the command that starts it with them. */
public final class PayaraMicro implements ServerConfigurator {

    private static final String BEFORE = "preboot";
    private static final String AFTER = "postboot";
    private static final String TRANSACTIONS = "tx";

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
        desired.add(server(installation));
        desired.addAll(PayaraPools.of(catalog));
        return desired;
    }

    /** The log of transactions must outlive the server, whose own folder is a temporary one. */
    private static PoolConfiguration server(Installation installation) {
        Path log = folder(installation).resolve(TRANSACTIONS);
        return new PoolConfiguration(
                ServerSetting.NAME,
                Map.of(
                        "transaction-service.automatic-recovery",
                        "true",
                        "transaction-service.tx-log-dir",
                        log.toString()));
    }

    @Override
    public List<PoolConfiguration> present(Installation installation) throws IOException {
        return BootFile.present(folder(installation).resolve(BEFORE));
    }

    @Override
    public Output output(Catalog catalog, Difference difference, Installation installation) throws IOException {
        Path folder = folder(installation);
        Path server = server(installation.home());
        List<GeneratedFile> files = new ArrayList<>();
        Path before = folder.resolve(BEFORE);
        Path after = folder.resolve(AFTER);
        Path agent = folder.resolve(MonitoringAgent.NAME);
        files.add(GeneratedFile.of(before, BootFile.lines(server(installation), PayaraPools.of(catalog))));
        files.add(GeneratedFile.of(after, List.of(ServerSetting.AMX.command())));
        files.add(new GeneratedFile(agent, MonitoringAgent.content(server)));
        files.addAll(DriverJar.of(installation, folder));
        files.add(XaJar.in(folder));
        String start = String.join(
                " ",
                "java " + ShellWord.of("-javaagent:" + agent),
                "-Djdk.attach.allowAttachSelf=true",
                "-jar " + ShellWord.of(server),
                "--addlibs " + ShellWord.of(DriverJar.in(installation, folder) + ":" + folder.resolve(XaJar.NAME)),
                "--prebootcommandfile " + ShellWord.of(before),
                "--postbootcommandfile " + ShellWord.of(after),
                "--deploy APPLICATION.war");
        return new Output(files, List.of(), List.of(start));
    }

    private static Path folder(Installation installation) {
        return installation.outputOr(installation.home()).toAbsolutePath().normalize();
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
