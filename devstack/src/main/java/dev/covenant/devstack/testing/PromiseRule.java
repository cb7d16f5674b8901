package dev.covenant.devstack.testing;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/**
 * What an answer's JSON may leave out, its schema must not promise: the API's document takes all of an answer for always there, unless
 * the type names what is.
 */
final class PromiseRule {
    private static final String LEFT_OUT = "com.fasterxml.jackson.annotation.JsonInclude";
    private static final String SCHEMA = "org.eclipse.microprofile.openapi.annotations.media.Schema";
    private static final String REQUIRED = "requiredProperties";

    private PromiseRule() {}

    static ArchRule of(String packages) {
        return classes()
                .that()
                .resideInAPackage(packages)
                .and(leaveSomethingOut())
                .should(nameWhatIsAlwaysThere())
                .allowEmptyShould(true)
                .as("answers that may leave something out name what is always there");
    }

    private static DescribedPredicate<JavaClass> leaveSomethingOut() {
        return DescribedPredicate.describe(
                "leave something out",
                type -> type.isAnnotatedWith(LEFT_OUT)
                        || type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(LEFT_OUT)));
    }

    private static ArchCondition<JavaClass> nameWhatIsAlwaysThere() {
        return new ArchCondition<>("name what is always there") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var always = always(type);
                if (always.isEmpty()) {
                    violated(type, events, "needs @Schema(requiredProperties = ...)");
                }
                type.getFields().stream()
                        .filter(field -> field.isAnnotatedWith(LEFT_OUT))
                        .map(JavaField::getName)
                        .filter(always::contains)
                        .forEach(name -> violated(type, events, "requires %s, which may be left out".formatted(name)));
            }
        };
    }

    private static List<String> always(JavaClass type) {
        return type.tryGetAnnotationOfType(SCHEMA)
                .flatMap(schema -> schema.get(REQUIRED))
                .map(names -> List.of((String[]) names))
                .orElse(List.of());
    }

    private static void violated(JavaClass type, ConditionEvents events, String rule) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + " " + rule));
    }
}
