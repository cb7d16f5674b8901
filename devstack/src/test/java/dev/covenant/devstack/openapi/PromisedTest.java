package dev.covenant.devstack.openapi;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromisedTest {
    private static final String REQUIRED =
            "required: [size]\n      properties:\n        size: {type: integer, maximum: 10}\n";

    @Test
    void anObjectThatSaysWhatIsAlwaysThereIsFine() {
        assertThat(Promised.missing(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT)))
                .isEmpty();
    }

    @Test
    void namesAnObjectThatPromisesNothing() {
        assertThat(missing(REQUIRED.replace("required: [size]", "description: any")))
                .containsExactly("PUT /api/v1/things/{id}: answer 200 does not say what is always there");
    }

    @Test
    void namesAnObjectWithinAnother() {
        assertThat(missing(REQUIRED + "        weight: {type: object, properties: {grams: {type: integer}}}\n"))
                .containsExactly("PUT /api/v1/things/{id}: answer 200 .weight does not say what is always there");
    }

    @Test
    void namesAPromiseThatNothingKeeps() {
        assertThat(missing(REQUIRED.replace("[size]", "[size, price]")))
                .containsExactly("PUT /api/v1/things/{id}: answer 200 promises price, which it does not have");
    }

    private static List<String> missing(String changed) {
        return Promised.missing(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT.replace(REQUIRED, changed)));
    }
}
