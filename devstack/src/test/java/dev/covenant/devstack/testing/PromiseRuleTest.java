package dev.covenant.devstack.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        assertThat(isBrokenBy(NamesTheRest.class)).isFalse();
    }

    @Test
    void whatMayBeLeftOutIsNotNamed() {
        assertThat(isBrokenBy(NamesWhatIsLeftOut.class)).isTrue();
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

    @Schema(requiredProperties = "id")
    record NamesTheRest(
            String id,
            @JsonInclude(JsonInclude.Include.NON_NULL) String name) {}

    @Schema(requiredProperties = {"id", "name"})
    record NamesWhatIsLeftOut(
            String id,
            @JsonInclude(JsonInclude.Include.NON_NULL) String name) {}
}
