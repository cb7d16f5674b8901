package dev.covenant.chassis.ids;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import dev.covenant.chassis.parameters.ParameterName;
import dev.covenant.chassis.problem.Problem;

/** Reads UUID parameters; one that is no UUIDv7 is a 400 that names the parameter. */
@Provider
public class UuidParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == UUID.class
                ? (ParamConverter<T>)
                        new Converter(ParameterName.in(annotations).orElse("id"))
                : null;
    }

    private record Converter(String name) implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String text) {
            if (text == null) {
                return null;
            }
            return UuidV7.parse(text).orElseThrow(() -> Problem.invalid(name, "must be a UUID of version 7")
                    .exception());
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
