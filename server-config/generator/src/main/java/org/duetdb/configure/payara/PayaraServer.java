package org.duetdb.configure.payara;

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

/** Payara Server: commands for a domain that runs. */
public final class PayaraServer implements ServerConfigurator {

    private static final String SCRIPT = "duet.asadmin";
    private static final String SETTINGS = "config/domain.xml";
    private static final String FIRST_DOMAIN = "glassfish/domains/domain1";

    /** Creates it. */
    public PayaraServer() {}

    @Override
    public String name() {
        return "payara";
    }

    @Override
    public String homeIs() {
        return "the folder of a domain, or of Payara Server, which is that of its domain1";
    }

    @Override
    public List<PoolConfiguration> desired(Catalog catalog, Installation installation) {
        List<PoolConfiguration> desired = new ArrayList<>();
        desired.add(ServerSetting.desired());
        desired.addAll(PayaraPools.of(catalog));
        return desired;
    }

    @Override
    public List<PoolConfiguration> present(Installation installation) throws IOException {
        return DomainFile.read(domain(installation).resolve(SETTINGS)).present();
    }

    @Override
    public Output output(Catalog catalog, Difference difference, Installation installation) throws IOException {
        Path domain = domain(installation);
        DomainFile settings = DomainFile.read(domain.resolve(SETTINGS));
        Path script = installation.outputOr(domain).toAbsolutePath().normalize().resolve(SCRIPT);
        Path folder = domain.resolve("lib");
        List<GeneratedFile> installed = new ArrayList<>(DriverJar.of(installation, folder));
        installed.add(XaJar.in(folder));
        settings.transactionLog(domain).map(TransactionLog::in).ifPresent(installed::add);
        List<String> next = new ArrayList<>();
        if (!new Output(installed, List.of(), List.of()).pending().isEmpty()) {
            next.add("start the domain, or restart it: it looks for the driver when it starts");
        }
        String asadmin = asadmin(domain, settings);
        next.add(asadmin + " multimode --file " + ShellWord.of(script));
        if (!settings.recovers()) {
            next.add(asadmin + " restart-domain --domaindir " + ShellWord.of(domain.getParent()) + " "
                    + ShellWord.of(domain.getFileName()));
        }
        return new Output(installed, List.of(GeneratedFile.of(script, AsadminScript.of(difference))), next);
    }

    private static Path domain(Installation installation) {
        Path home = installation.home().toAbsolutePath().normalize();
        if (Files.isRegularFile(home.resolve(SETTINGS))) {
            return home;
        }
        Path first = home.resolve(FIRST_DOMAIN);
        if (Files.isRegularFile(first.resolve(SETTINGS))) {
            return first;
        }
        throw new ConfigureException("DUET-502 there is no " + SETTINGS + " in " + home
                + "; name the folder of a domain of Payara Server with --home");
    }

    /** The tool of the installation that the domain lies in, if it does. */
    private static String asadmin(Path domain, DomainFile settings) {
        Path tool = domain.resolve("../../bin/asadmin").normalize();
        return (Files.exists(tool) ? ShellWord.of(tool) : "asadmin") + " --port " + settings.adminPort();
    }
}
