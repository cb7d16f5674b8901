package dev.covenant.chassis.parameters;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** The name by which a caller knows a parameter: its name in the path, in the query, or as a header. */
public final class ParameterName {
    private ParameterName() {}

    /** Empty for a parameter that is none of these, such as the body. */
    public static Optional<String> in(Annotation... annotations) {
        return Stream.of(annotations)
                .flatMap(annotation -> switch (annotation) {
                    case PathParam path -> Stream.of(path.value());
                    case QueryParam query -> Stream.of(query.value());
                    case HeaderParam header -> Stream.of(header.value());
                    default -> Stream.empty();
                })
                .findFirst();
    }

    /** That of a method's parameter. A proxy's method has no annotations; that of the class behind it has. */
    public static Optional<String> of(Class<?> resource, String method, List<Class<?>> types, int index) {
        return Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(method)
                        && List.of(candidate.getParameterTypes()).equals(types))
                .flatMap(declared -> in(declared.getParameterAnnotations()[index]).stream())
                .findFirst();
    }
}
