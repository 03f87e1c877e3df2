package org.duetdb.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class XaJarTest {

    @Test
    void content_allClassesAndNothingElse_isTheSameEachTime() throws IOException {
        byte[] content = XaJar.content();
        List<String> names = new ArrayList<>();
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .contains("org/duetdb/xa/DuetXADataSource.class", "org/duetdb/xa/Decisions$Decision.class")
                .allMatch(name -> name.startsWith("org/duetdb/xa/") && name.endsWith(".class"))
                .isSorted();
        assertThat(XaJar.content()).isEqualTo(content);
    }
}
