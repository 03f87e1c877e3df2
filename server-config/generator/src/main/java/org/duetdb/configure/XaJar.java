package org.duetdb.configure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar with the datasource class, which lies beside the driver in a server. It is made of the classes that this
 * program came with, wherever those are, so there is no file that a user has to find. The same classes make the same
 * bytes.
 */
public final class XaJar {

    /** What it is called wherever it lies. */
    public static final String NAME = "duet-xa.jar";

    private static final String FOLDER = "org/duetdb/xa/";
    private static final String CLASS = FOLDER + "DuetXADataSource.class";
    private static final LocalDateTime SAME_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XaJar() {}

    /** Returns the file for a folder of the server's. */
    public static GeneratedFile in(Path folder) throws IOException {
        return new GeneratedFile(folder.resolve(NAME), content());
    }

    /** Returns the jar. */
    public static byte[] content() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : classes().entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(SAME_TIME);
                jar.putNextEntry(header);
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** The class is not loaded: it needs the driver, which this program does without. */
    private static Map<String, byte[]> classes() throws IOException {
        URL found = XaJar.class.getClassLoader().getResource(CLASS);
        if (found == null) {
            throw new IOException(CLASS + " is not in the class path");
        }
        return found.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(found);
    }

    private static Map<String, byte[]> inJar(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        Map<String, byte[]> classes = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (isClass(entry.getName())) {
                    classes.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
        return classes;
    }

    private static Map<String, byte[]> inFolder(URL found) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(new URI(found.toString())).getParent())) {
            for (Path file : files.toList()) {
                String name = FOLDER + file.getFileName();
                if (isClass(name)) {
                    classes.put(name, Files.readAllBytes(file));
                }
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return classes;
    }

    private static boolean isClass(String name) {
        return name.startsWith(FOLDER) && name.endsWith(".class");
    }
}
