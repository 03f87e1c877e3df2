package org.duetdb.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.duetdb.catalog.CatalogException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitNamesTest {

    @TempDir
    private Path folder;

    private ClassLoader loader(String... descriptors) throws IOException {
        URL[] roots = new URL[descriptors.length];
        for (int i = 0; i < descriptors.length; i++) {
            Path root = folder.resolve("root" + i);
            Path file = Files.createDirectories(root.resolve("META-INF")).resolve("persistence.xml");
            Files.writeString(file, descriptors[i]);
            roots[i] = root.toUri().toURL();
        }
        return new URLClassLoader(roots, null);
    }

    private static String descriptor(String... units) {
        StringBuilder text = new StringBuilder("<persistence xmlns='https://jakarta.ee/xml/ns/persistence'>");
        Arrays.stream(units)
                .forEach(unit -> text.append("<persistence-unit name='")
                        .append(unit)
                        .append("'><class>C</class></persistence-unit>"));
        return text.append("</persistence>").toString();
    }

    @Test
    void visibleTo_severalDescriptors_givesAllUnits() throws Exception {
        assertThat(UnitNames.visibleTo(Arrays.asList(loader(descriptor("b", "a"), descriptor("c")), null)))
                .containsExactly("a", "b", "c");
    }

    @Test
    void visibleTo_noDescriptor_isEmpty() throws Exception {
        assertThat(UnitNames.visibleTo(List.of(loader()))).isEmpty();
    }

    @Test
    void visibleTo_malformed_namesTheFile() throws Exception {
        ClassLoader malformed = loader("<persistence>");
        assertThatThrownBy(() -> UnitNames.visibleTo(List.of(malformed)))
                .isInstanceOf(CatalogException.class)
                .hasMessageMatching("(?s)DUET-009 file:.*/META-INF/persistence.xml cannot be read: .*; correct it, or"
                        + " take it away");
    }

    /** A descriptor is no way to have the server read other files. */
    @Test
    void visibleTo_entityOfAnotherFile_isNotRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        ClassLoader loader = loader("<!DOCTYPE p [<!ENTITY s SYSTEM '" + secret.toUri()
                + "'>]><p><persistence-unit name='a'>&s;</persistence-unit></p>");
        assertThatThrownBy(() -> UnitNames.visibleTo(List.of(loader))).isInstanceOf(CatalogException.class);
    }
}
