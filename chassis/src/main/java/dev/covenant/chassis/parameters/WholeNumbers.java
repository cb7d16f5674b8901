package dev.covenant.chassis.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.problem.Problem;

/**
 * Reads {@code int} parameters; one that is none is a 400 that names the parameter. By itself the REST runtime answers 404 when it is in
 * the query, and a 400 that names nothing when it is a header.
 */
@Provider
public class WholeNumbers implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == int.class || type == Integer.class
                ? (ParamConverter<T>)
                        new Converter(ParameterName.in(annotations).orElse("number"))
                : null;
    }

    private record Converter(String name) implements ParamConverter<Integer> {
        @Override
        public Integer fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw Problem.invalid(name, "must be a whole number").exception();
            }
        }

        @Override
        public String toString(Integer number) {
            return number.toString();
        }
    }
}
