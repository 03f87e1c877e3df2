package org.duetdb.example;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The documentation of the API, as the compiler reads it: its examples, and the methods that have none. */
public final class Documentation {

    private final DocTrees docs;
    private final PublicApi api;
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<String> methodsWithoutExample = new ArrayList<>();

    private Documentation(JavacTask task) {
        this.docs = DocTrees.instance(task);
        this.api = new PublicApi(task);
    }

    /** Reads the sources of the packages that users import. */
    public static Documentation ofApi(Path sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Stream.concat(Files.list(sources), Files.list(sources.resolve("model")))) {
            List<Path> units = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(units));
            Documentation documentation = new Documentation(task);
            for (Element element : task.analyze()) {
                if (element instanceof TypeElement type) {
                    documentation.read(type);
                }
            }
            return documentation;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the examples, in the order of the sources. */
    public List<Example> examples() {
        return Collections.unmodifiableList(examples);
    }

    /** Returns the public methods that ought to have an example and have none. */
    public List<String> methodsWithoutExample() {
        return Collections.unmodifiableList(methodsWithoutExample);
    }

    private void read(TypeElement type) {
        if (!api.isPublic(type)) {
            return;
        }
        add(type, api.name(type) + "_example");
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean found = add(method, api.name(type) + "_" + method.getSimpleName());
            if (!found && api.needsExample(method)) {
                methodsWithoutExample.add(type.getSimpleName() + "." + method);
            }
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::read);
    }

    private boolean add(Element element, String name) {
        DocCommentTree comment = docs.getDocCommentTree(element);
        if (comment == null) {
            return false;
        }
        List<String> found = new ArrayList<>();
        new Blocks().scan(comment, found);
        for (String code : found) {
            int number = names.merge(name, 1, Integer::sum);
            examples.add(new Example(number == 1 ? name : name + number, code));
        }
        return !found.isEmpty();
    }

    /** Finds what stands in {@code <pre>} as {@code {@code …}}. */
    private static final class Blocks extends DocTreeScanner<Void, List<String>> {
        private boolean preformatted;

        @Override
        public Void visitStartElement(StartElementTree tag, List<String> found) {
            preformatted |= tag.getName().contentEquals("pre");
            return super.visitStartElement(tag, found);
        }

        @Override
        public Void visitEndElement(EndElementTree tag, List<String> found) {
            preformatted &= !tag.getName().contentEquals("pre");
            return super.visitEndElement(tag, found);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, List<String> found) {
            if (preformatted) {
                found.add(literal.getBody().getBody());
            }
            return null;
        }
    }
}
