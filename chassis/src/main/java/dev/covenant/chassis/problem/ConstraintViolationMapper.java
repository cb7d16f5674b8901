package dev.covenant.chassis.problem;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.parameters.ParameterName;

/** Names each field that breaks a Jakarta Validation rule, in the caller's terms. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException exception) {
        var errors = exception.getConstraintViolations().stream()
                .map(violation -> new Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule))
                .toList();
        return Problem.invalid(errors).response();
    }

    /** The path without the method's name, and without the name of a body parameter when the rule is inside the body. */
    private static String field(ConstraintViolation<?> violation) {
        var path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        var nodes = path.stream()
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .toList();
        // An element of a list parameter, such as a repeated query parameter, goes by the parameter's own name.
        var inBody = nodes.size() > 1
                && nodes.getFirst().getKind() == ElementKind.PARAMETER
                && nodes.get(1).getKind() != ElementKind.CONTAINER_ELEMENT;
        var named = nodes.stream()
                .skip(inBody ? 1 : 0)
                .map(node -> name(violation, path.getFirst(), node))
                .filter(name -> !name.isEmpty() && !name.startsWith("<"))
                .collect(Collectors.joining("."));
        return named.isEmpty() ? "body" : named;
    }

    /** With the index into it, where the rule is about an element of it. */
    private static String name(ConstraintViolation<?> violation, Path.Node method, Path.Node node) {
        if (node.getKind() != ElementKind.PARAMETER) {
            return node.toString();
        }
        return ParameterName.of(
                        violation.getRootBeanClass(),
                        method.getName(),
                        method.as(Path.MethodNode.class).getParameterTypes(),
                        node.as(Path.ParameterNode.class).getParameterIndex())
                .map(name -> name + node.toString().substring(node.getName().length()))
                .orElseGet(node::toString);
    }
}
