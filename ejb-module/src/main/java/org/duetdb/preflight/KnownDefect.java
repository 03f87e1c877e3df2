package org.duetdb.preflight;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Defects of drivers that matter to who uses them with Duet. */
enum KnownDefect {
    /** CVE-2026-42198: the number of rounds that the server asks for had no limit. */
    SCRAM_ROUNDS(
            "DUET-421",
            "42.2.0",
            "42.7.11",
            "a hostile server, or somebody in its place, can keep it computing for ever (CVE-2026-42198)",
            Map.of()),
    /** CVE-2025-49146 until 42.7.7, CVE-2026-54291 until 42.7.12. */
    CHANNEL_BINDING(
            "DUET-426",
            "42.7.4",
            "42.7.12",
            "it does not hold what channelBinding=require promises (CVE-2025-49146, CVE-2026-54291)",
            Map.of("channelBinding", "require"));

    private final String code;
    private final Version first;
    private final Version fixed;
    private final String what;
    private final Map<String, String> condition;

    KnownDefect(String code, String first, String fixed, String what, Map<String, String> condition) {
        this.code = code;
        this.first = Version.parse(first);
        this.fixed = Version.parse(fixed);
        this.what = what;
        this.condition = condition;
    }

    /** Returns those of a version that is used with these properties. */
    static List<KnownDefect> of(Version version, Map<String, String> properties) {
        return Arrays.stream(values())
                .filter(defect -> defect.first.compareTo(version) <= 0 && defect.fixed.compareTo(version) > 0)
                .filter(defect -> properties.entrySet().containsAll(defect.condition.entrySet()))
                .toList();
    }

    String code() {
        return code;
    }

    Version fixed() {
        return fixed;
    }

    String what() {
        return what;
    }
}
