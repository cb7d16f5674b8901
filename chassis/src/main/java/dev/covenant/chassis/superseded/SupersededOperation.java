package dev.covenant.chassis.superseded;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;

/**
 * A resource's method that is superseded.
 *
 * @param verb under which it is asked
 * @param dates by which name its dates are configured
 */
record SupersededOperation(Class<?> resource, Method method, String verb, String dates) {

    /** All of a resource. */
    static Stream<SupersededOperation> of(Class<?> resource) {
        return Stream.of(resource.getMethods()).flatMap(method -> Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .flatMap(verb -> of(resource, method, verb.value()).stream()));
    }

    /** Empty when the method is not superseded. */
    static Optional<SupersededOperation> of(Class<?> resource, Method method, String verb) {
        return Optional.ofNullable(method.getAnnotation(Superseded.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(Superseded.class)))
                .map(superseded -> new SupersededOperation(resource, method, verb, superseded.value()));
    }

    /** What a variable has to be like is no part of its name. Braces may stand within it: {@code {sku: [A-Z]{1,64}}}. */
    private static final Pattern CONDITION = Pattern.compile("\\{\\s*([^\\s:{}]+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    /** As the OpenAPI document names it, such as {@code GET /api/v1/stock/{sku}}. A HEAD is served by the operation that serves GET. */
    String name() {
        var path = UriBuilder.fromResource(resource);
        var template = (method.isAnnotationPresent(Path.class) ? path.path(method) : path).toTemplate();
        return "%s /%s"
                .formatted(
                        HttpMethod.HEAD.equals(verb) ? HttpMethod.GET : verb,
                        CONDITION.matcher(template).replaceAll("{$1}"));
    }
}
