package org.duetdb.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duetdb.Role;
import org.eclipse.microprofile.config.Config;

/** Reads the keys of one (alias, role): the read role falls back to the write role key by key. */
final class KeyReader {

    static final String POSITIVE_DURATION = "a positive duration such as PT30S";

    private final Config config;
    private final String alias;
    private final Role role;
    private final List<Problem> problems;

    KeyReader(Config config, String alias, Role role, List<Problem> problems) {
        this.config = config;
        this.alias = alias;
        this.role = role;
        this.problems = problems;
    }

    /** A value and the key under which it was found. */
    record Found(String key, String value) {}

    /** Returns the value of the role itself, or of the write role it falls back to. */
    Optional<Found> find(String key) {
        Optional<Found> own = findOwn(key);
        return own.isPresent() || role == Role.WRITE ? own : find("database." + alias + "." + key, key);
    }

    /** Returns the value of the role itself. */
    Optional<Found> findOwn(String key) {
        return find(ownKey(key), key);
    }

    private Optional<Found> find(String full, String key) {
        return config.getOptionalValue(full, String.class).map(value -> new Found(full, value.strip()));
    }

    /** Returns the full form of a key of this role. */
    String ownKey(String key) {
        return "database." + alias + (role == Role.READ ? ".read." : ".") + key;
    }

    int number(String key, int least, int otherwise) {
        return read(key, "a whole number of at least " + least, otherwise, text -> {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new NumberFormatException();
            }
            return number;
        });
    }

    boolean flag(String key, boolean otherwise) {
        return read(key, "true or false", otherwise, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** Returns one of the constants, whose names are written in lower case. */
    <E extends Enum<E>> E oneOf(String key, E otherwise) {
        Class<E> type = otherwise.getDeclaringClass();
        String names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return read(key, names, otherwise, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** Returns a positive duration, {@code otherwise} if there is none. */
    Duration duration(String key, Duration otherwise) {
        return read(key, POSITIVE_DURATION, otherwise, KeyReader::positiveDuration);
    }

    static Duration positiveDuration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException();
        }
        return duration;
    }

    private <T> T read(String key, String expected, T otherwise, Function<String, T> parser) {
        Optional<Found> found = find(key);
        if (found.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.apply(found.get().value());
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            problem("DUET-003", found.get().key(), "is not " + expected);
            return otherwise;
        }
    }

    void problem(String code, String key, String what) {
        Problem problem =
                new Problem(code, "the value of " + key + " " + what + " [alias=" + alias + ", role=" + role + "]");
        if (problems.stream().noneMatch(known -> known.sentence().contains(" " + key + " " + what))) {
            problems.add(problem);
        }
    }
}
