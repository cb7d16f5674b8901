package dev.covenant.devstack.openapi;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerFitTest {
    private static final String JSON = "application/json";

    @Test
    void whatTheDocumentSaysFits() {
        assertThat(misfits(200, JSON + ";charset=UTF-8", "{\"size\":3,\"state\":\"NEW\",\"newer\":1}"))
                .isEmpty();
        assertThat(misfits(409, "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | application/json | {"state":"NEW"}           | required property 'size' not found
            200 | application/json | {"size":3,"state":null}   | answer 200 /state null found, string expected
            200 | application/json | {"size":null}             | answer 200 /size null found, integer expected
            200 | text/html        | {"size":3}                | answer 200 has no text/html
            201 | application/json | {"size":3}                | it never answers 201
            """)
    void namesTheOperationAndThePlace(int status, String mediaType, String body, String misfit) {
        assertThat(misfits(status, mediaType, body))
                .first()
                .asString()
                .startsWith("PUT /api/v1/things/{id}: ")
                .contains(misfit);
    }

    private static List<String> misfits(int status, String mediaType, String body) {
        return new AnswerFit(List.of(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT)))
                .misfits("PUT", "/api/v1/things/7", status, mediaType, body);
    }
}
