package org.duetdb.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs: it refuses to be root. All of these replace themselves by the command, none forks. */
enum ServerAccount {

    /** Whoever runs this JVM, if that is not root. */
    CALLER(List.of()),

    /** Nobody in a user namespace of its own. Outside of it still the caller, so that files can stay as they are. */
    NAMESPACE(List.of("unshare", "-U")),

    /** Nobody, to whom the files must be given. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /**
     * The first that works here.
     *
     * @throws ClusterException if none does
     */
    static ServerAccount available() {
        return Stream.of(values())
                .filter(ServerAccount::works)
                .findFirst()
                .orElseThrow(() -> new ClusterException("PostgreSQL does not run as root, and neither `unshare -U` nor"
                        + " `setpriv` works here to run it as somebody else; run this program as another user."));
    }

    /** Whether a command of this account is not root. */
    boolean works() {
        try {
            String user = output(command(List.of("id", "-u")));
            return !user.isEmpty() && !user.equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /** The command that runs {@code command} as this account. */
    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives a file, or a folder with all that is in it, to this account, if it is not the owner anyway. */
    void own(Path path) {
        if (this == NOBODY) {
            try {
                output(List.of("chown", "-R", "65534:65534", path.toString()));
            } catch (IOException e) {
                throw new ClusterException("The owner of " + path + " cannot be changed.", e);
            }
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return process.onExit().join().exitValue() == 0 ? output : "";
    }
}
