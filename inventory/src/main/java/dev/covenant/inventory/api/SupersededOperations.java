package dev.covenant.inventory.api;

import java.lang.reflect.Method;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriBuilder;

import dev.covenant.inventory.superseded.CountedDays;

/** Which operations are superseded. Each is named as the OpenAPI document names it, such as {@code GET /api/v1/stock/{sku}}. */
@ApplicationScoped
class SupersededOperations {
    private final BeanManager beans;
    private final CountedDays days;
    private final Retirement retirement;

    @Inject
    SupersededOperations(BeanManager beans, CountedDays days, Retirement retirement) {
        this.beans = beans;
        this.days = days;
        this.retirement = retirement;
    }

    void begin(@Observes Startup startup) {
        days.noteFromNowOn(all(), retirement.until());
    }

    private SortedSet<String> all() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(SupersededOperations::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> of(Class<?> resource) {
        return Stream.of(resource.getMethods())
                .filter(method ->
                        method.isAnnotationPresent(Superseded.class) || resource.isAnnotationPresent(Superseded.class))
                .flatMap(method -> Stream.of(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> name(verb.value(), resource, method)));
    }

    /** A HEAD is served by the operation that serves GET. */
    static String name(String verb, Class<?> resource, Method method) {
        var path = UriBuilder.fromResource(resource);
        return "%s /%s"
                .formatted(
                        HttpMethod.HEAD.equals(verb) ? HttpMethod.GET : verb,
                        (method.isAnnotationPresent(Path.class) ? path.path(method) : path).toTemplate());
    }
}
