package org.duetdb.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles examples in memory. */
public final class ExampleCompiler {

    private ExampleCompiler() {}

    /**
     * What came of it.
     *
     * @param classes the classes by their names; none if there are complaints
     * @param complaints what the compiler says against an example, by its name
     */
    public record Result(Map<String, byte[]> classes, Map<String, String> complaints) {}

    /** Compiles them all together. */
    public static Result compile(Collection<Example> examples) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(said, null, null);
                Memory memory = new Memory(standard)) {
            List<Source> sources = examples.stream().map(Source::new).toList();
            compiler.getTask(null, memory, said, List.of("-proc:none"), null, sources)
                    .call();
            return new Result(memory.classes(), complaints(said));
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private static Map<String, String> complaints(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .collect(Collectors.groupingBy(
                        diagnostic -> diagnostic.getSource() instanceof Source source ? source.example.name() : "",
                        TreeMap::new,
                        Collectors.mapping(
                                diagnostic -> diagnostic.getMessage(Locale.ROOT), Collectors.joining("\n"))));
    }

    private static URI uri(String className, JavaFileObject.Kind kind) {
        return URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final Example example;

        Source(Example example) {
            super(uri(example.className(), Kind.SOURCE), Kind.SOURCE);
            this.example = example;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return example.source();
        }
    }

    private static final class CompiledClass extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        CompiledClass(String name) {
            super(uri(name, Kind.CLASS), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, CompiledClass> written = new TreeMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return written.computeIfAbsent(className, CompiledClass::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, compiled) -> classes.put(name, compiled.bytes.toByteArray()));
            return classes;
        }
    }
}
