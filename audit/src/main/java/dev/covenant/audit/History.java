package dev.covenant.audit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import dev.covenant.audit.dossier.CaseKey;

/**
 * Everything that the books say of one thing: a line for each row, and below it, further in, the rows that belong to it. Written from the
 * records as they are, so that nothing that is read can be forgotten here.
 */
final class History {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private History() {}

    static String of(Record file) {
        var history = new History();
        history.row(file.getClass().getSimpleName().toLowerCase(Locale.ROOT), file, STEP);
        return history.text.toString();
    }

    private void row(String name, Record row, String indent) {
        var values = new ArrayList<String>();
        for (var component : row.getClass().getRecordComponents()) {
            var value = value(component, row);
            if (value != null && !isPart(value)) {
                values.add(component.getName() + "=" + value);
            }
        }
        line(indent, name, String.join(" ", values));
        parts(row, indent + STEP);
    }

    private void parts(Record row, String indent) {
        for (var component : row.getClass().getRecordComponents()) {
            switch (value(component, row)) {
                // Its ids stand above, and in the rows.
                case CaseKey _ -> {}
                case Optional<?> one when one.isEmpty() -> line(indent, component.getName(), "none");
                case Collection<?> many when many.isEmpty() -> line(indent, component.getName(), "none");
                case Optional<?> one -> row(component.getName(), (Record) one.get(), indent);
                case Record one -> row(component.getName(), one, indent);
                case Collection<?> many
                when isPart(many) -> many.forEach(one -> row(oneOf(component), (Record) one, indent));
                case null, default -> {}
            }
        }
    }

    private static boolean isPart(Object value) {
        return switch (value) {
            case Optional<?> _, Record _ -> true;
            case Collection<?> many -> many.stream().allMatch(Record.class::isInstance);
            default -> false;
        };
    }

    private void line(String indent, String name, String values) {
        text.append((indent + name + STEP + values).stripTrailing()).append('\n');
    }

    private static String oneOf(RecordComponent many) {
        return many.getName().replaceFirst("s$", "");
    }

    private static Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
