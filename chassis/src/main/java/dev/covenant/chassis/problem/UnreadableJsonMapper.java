package dev.covenant.chassis.problem;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A body that is not JSON, or JSON of another shape: names the field and what it must be, never a class. */
@Provider
public class UnreadableJsonMapper implements ExceptionMapper<JacksonException> {
    @Override
    public Response toResponse(JacksonException exception) {
        return problem(exception).response();
    }

    static Problem problem(JacksonException exception) {
        if (exception.getCause() instanceof ProblemException broken) {
            return Problem.invalid(fieldOf(exception), broken.problem().detail());
        }
        return switch (exception) {
            case UnrecognizedPropertyException unknown -> Problem.invalid(fieldOf(unknown), "is not a known field");
            case InvalidFormatException format ->
                Problem.invalid(fieldOf(format), "must be " + ExpectedValue.of(format.getTargetType()));
            case MismatchedInputException mismatch ->
                Problem.invalid(fieldOf(mismatch), "must be " + ExpectedValue.of(mismatch.getTargetType()));
            case StreamReadException broken -> notJson(broken);
            case DatabindException other -> Problem.invalid(fieldOf(other), "has a value that is not allowed here");
            default -> Problem.invalid("body", "could not be read as JSON");
        };
    }

    /** Syntax, nesting, lengths, duplicate names and numbers out of range end here; the place is known, the text is not repeated. */
    private static Problem notJson(StreamReadException broken) {
        var field = fieldOf(broken);
        if (broken.getClass().getSimpleName().equals("InputCoercionException")) {
            return Problem.invalid(field, "is out of the allowed range");
        }
        var at = broken.getLocation();
        var place = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
        return Problem.invalid(field, "must be well-formed JSON within the limits" + place);
    }

    private static String fieldOf(JacksonException exception) {
        List<JacksonException.Reference> path = exception.getPath();
        var field = path.stream()
                .map(step ->
                        step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining());
        return field.isEmpty() ? "body" : field.startsWith(".") ? field.substring(1) : field;
    }
}
