package org.duetdb.configure.payara;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.DriverJar;
import org.duetdb.configure.GeneratedFile;
import org.duetdb.configure.Installation;
import org.duetdb.configure.PoolConfiguration;
import org.duetdb.configure.XaJar;

/**
 * How Payara Micro starts with the pools of a catalog.
 *
 * @param files what it reads; not written yet
 * @param jvmOptions what stands before {@code -jar}
 * @param serverOptions what stands after the jar, but for the port and the application
 */
public record MicroStart(List<GeneratedFile> files, List<String> jvmOptions, List<String> serverOptions) {

    private static final String BEFORE = "preboot";
    private static final String AFTER = "postboot";
    private static final String TRANSACTIONS = "tx";

    /** Copies the lists. */
    public MicroStart {
        files = List.copyOf(files);
        jvmOptions = List.copyOf(jvmOptions);
        serverOptions = List.copyOf(serverOptions);
    }

    /**
     * Returns how it starts.
     *
     * @param server the jar of Payara Micro
     * @param installation the folder that the files go to, and the driver
     * @param catalog the databases
     * @param settings what else the server is set to before it boots, by the path below its {@code config}
     * @throws org.duetdb.configure.UnsupportedSettingsException if something is configured that Payara cannot do
     */
    public static MicroStart of(Path server, Installation installation, Catalog catalog, Map<String, String> settings)
            throws IOException {
        Path folder = folder(installation);
        Path before = folder.resolve(BEFORE);
        Path after = folder.resolve(AFTER);
        Path agent = folder.resolve(MonitoringAgent.NAME);
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(recovery(installation).options());
        List<GeneratedFile> files = new ArrayList<>();
        files.add(GeneratedFile.of(
                before, BootFile.lines(new PoolConfiguration(ServerSetting.NAME, all), PayaraPools.of(catalog))));
        files.add(GeneratedFile.of(after, List.of(ServerSetting.AMX.command())));
        files.add(new GeneratedFile(agent, MonitoringAgent.content(server)));
        files.addAll(DriverJar.of(installation, folder));
        files.add(XaJar.in(folder));
        files.add(TransactionLog.in(folder.resolve(TRANSACTIONS)));
        return new MicroStart(
                files,
                List.of("-javaagent:" + agent, "-Djdk.attach.allowAttachSelf=true"),
                List.of(
                        "--addlibs",
                        DriverJar.in(installation, folder) + ":" + folder.resolve(XaJar.NAME),
                        "--prebootcommandfile",
                        before.toString(),
                        "--postbootcommandfile",
                        after.toString()));
    }

    /** Returns what the server has in that folder: nothing before the first time. */
    static List<PoolConfiguration> present(Installation installation) throws IOException {
        return BootFile.present(folder(installation).resolve(BEFORE));
    }

    /** The log of transactions must outlive the server, whose own folder is a temporary one. */
    static PoolConfiguration recovery(Installation installation) {
        Path log = folder(installation).resolve(TRANSACTIONS);
        return new PoolConfiguration(
                ServerSetting.NAME,
                Map.of(
                        "transaction-service.automatic-recovery",
                        "true",
                        "transaction-service.tx-log-dir",
                        log.toString()));
    }

    private static Path folder(Installation installation) {
        return installation.outputOr(installation.home()).toAbsolutePath().normalize();
    }
}
