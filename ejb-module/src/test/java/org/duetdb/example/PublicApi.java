package org.duetdb.example;

import com.sun.source.util.JavacTask;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What users can see and call, and which methods of it are shown by an example: all but accessors of records, what
 * every enum has, members of annotations, and what overrides a method of {@link Object}, or in a class one of an
 * interface, where it is described.
 */
final class PublicApi {

    private static final Set<String> ENUM_METHODS = Set.of("values", "valueOf");

    private final Elements elements;
    private final Types types;

    PublicApi(JavacTask task) {
        this.elements = task.getElements();
        this.types = task.getTypes();
    }

    boolean isPublic(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC);
    }

    /** Returns the name of a type with those that enclose it. */
    String name(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement around
                ? name(around) + "_" + type.getSimpleName()
                : type.getSimpleName().toString();
    }

    boolean needsExample(ExecutableElement method) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        return isPublic(method)
                && type.getKind() != ElementKind.ANNOTATION_TYPE
                && !isOfEveryEnum(method, type)
                && type.getRecordComponents().stream().noneMatch(component -> component.getAccessor() == method)
                && !overridesBoilerplate(method, type);
    }

    private static boolean isOfEveryEnum(ExecutableElement method, TypeElement type) {
        return type.getKind() == ElementKind.ENUM
                && ENUM_METHODS.contains(method.getSimpleName().toString());
    }

    private boolean overridesBoilerplate(ExecutableElement method, TypeElement type) {
        return overridesOneOf(elements.getTypeElement("java.lang.Object"), method, type)
                || type.getInterfaces().stream()
                        .map(types::asElement)
                        .filter(element -> type.getKind() == ElementKind.CLASS)
                        .anyMatch(annotation -> overridesOneOf((TypeElement) annotation, method, type));
    }

    private boolean overridesOneOf(TypeElement of, ExecutableElement method, TypeElement type) {
        return ElementFilter.methodsIn(of.getEnclosedElements()).stream()
                .anyMatch(overridden -> elements.overrides(method, overridden, type));
    }
}
