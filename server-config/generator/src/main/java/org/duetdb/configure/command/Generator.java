package org.duetdb.configure.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.duetdb.catalog.Catalog;
import org.duetdb.configure.ConfigureException;
import org.duetdb.configure.Difference;
import org.duetdb.configure.Installation;
import org.duetdb.configure.PoolDefinition;
import org.duetdb.configure.ServerConfigurator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The tool that gives an application server the pools that the configuration asks for. Its exit code is 0, or 1 if
 * {@code --check} finds a difference, or 2 if something is wrong, which it says in a sentence each.
 */
@Command(
        name = "java -jar duet-generator.jar",
        description = "Configures an application server from database.* of MicroProfile Config: system properties, "
                + "the environment (as of the server), and files.",
        exitCodeOnExecutionException = Generator.WRONG,
        sortOptions = false)
public final class Generator implements Callable<Integer> {

    private static final String NUMBERED = "DUET-";
    private static final int DIFFERENT = 1;
    static final int WRONG = CommandLine.ExitCode.USAGE;

    @Parameters(paramLabel = "SERVER", description = "the kind of server")
    private String server;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "where the server is, see below")
    private Path home;

    @Option(
            names = "--driver",
            paramLabel = "JAR",
            description = "the PostgreSQL driver; not needed if the server has it")
    private Path driver;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a .properties file; may be repeated, the last counts most")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--output", paramLabel = "DIR", description = "where to write; the server's folder by default")
    private Path output;

    @Option(names = "--check", description = "only say what differs; exit with 1 if anything does")
    private boolean check;

    @Option(names = "--dry-run", description = "only print what would be written")
    private boolean dryRun;

    @Option(names = "--help", usageHelp = true, description = "print this")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private Generator() {}

    /** Runs the tool and ends the JVM. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Generator());
        line.getCommandSpec().usageMessage().footer("", "SERVER, and what --home must name:", Servers.help());
        line.setExecutionExceptionHandler(Generator::refuse);
        return line;
    }

    /** What is expected is said in a sentence; what is not keeps its stack, for whoever mends it. */
    private static int refuse(Exception failure, CommandLine line, CommandLine.ParseResult arguments) throws Exception {
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith(NUMBERED)) {
            line.getErr().println(message);
        } else if (failure instanceof IOException) {
            line.getErr().println("DUET-506 a file cannot be read or written: " + failure + "; correct its rights");
        } else {
            throw failure;
        }
        return WRONG;
    }

    @Override
    public Integer call() throws Exception {
        if (check && dryRun) {
            throw new ConfigureException("DUET-508 --check and --dry-run exclude each other; give one of them");
        }
        ServerConfigurator configurator = Servers.named(server);
        Catalog catalog = ConfiguredCatalog.read(files, home);
        Installation installation = new Installation(home, driver, output);
        Difference difference =
                Difference.between(configurator.present(installation), configurator.desired(catalog, installation));
        Changes changes = new Changes(difference, configurator.output(catalog, difference, installation));
        PrintWriter out = spec.commandLine().getOut();
        if (check) {
            changes.lines().forEach(out::println);
            return changes.isEmpty() ? 0 : DIFFERENT;
        }
        if (dryRun) {
            changes.print(out);
        } else {
            changes.write(out);
        }
        variables(catalog, out);
        if (DefaultNode.of(home).equals(catalog.node())) {
            out.println("The server is called " + catalog.node() + " in prepared transactions, by its host and folder;"
                    + " set duet.node where these do not stay, or others have the same, as in containers");
        }
        return 0;
    }

    private static void variables(Catalog catalog, PrintWriter out) {
        String names = PoolDefinition.of(catalog).stream()
                .filter(PoolDefinition::hasPassword)
                .map(pool -> pool.secret().variable())
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            out.println("The server needs the passwords in its environment: " + names);
        }
    }
}
