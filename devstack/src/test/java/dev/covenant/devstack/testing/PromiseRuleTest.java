package dev.covenant.devstack.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromiseRuleTest {
    @Test
    void whatIsAlwaysAllThereNeedsNoNames() {
        assertThat(isBrokenBy(Whole.class)).isFalse();
    }

    @Test
    void whatMayLeaveSomethingOutNamesTheRest() {
        assertThat(isBrokenBy(WithoutNulls.class)).isTrue();
        assertThat(isBrokenBy(WithoutANull.class)).isTrue();
    }

    private static boolean isBrokenBy(Class<?> answer) {
        return PromiseRule.of("..testing..")
                .evaluate(new ClassFileImporter().importClasses(answer))
                .hasViolation();
    }

    record Whole(String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithoutNulls(String name) {}

    record WithoutANull(
            @JsonInclude(JsonInclude.Include.NON_NULL) String name) {}
}
