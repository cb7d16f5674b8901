package dev.covenant.devstack.openapi;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContractFitTest {
    private static final String PACT = """
            {"consumer": {"name": "shop"}, "provider": {"name": "things"}, "interactions": [{
              "description": "a change",
              "request": {"method": "PUT", "path": "/api/v1/things/7", "query": {"dry": ["true"]},
                "headers": {"If-Match": ["7"], "Content-Type": ["application/json"]},
                "body": {"content": {"size": 3, "colour": "RED"}, "contentType": "application/json", "encoded": false}},
              "response": {"status": 200, "headers": {"ETag": ["8"], "Content-Type": ["application/json"]},
                "body": {"content": {"state": "NEW", "parts": [{"state": "OLD"}]}, "contentType": "application/json"}}}]}
            """;

    private static final String DOCUMENT =
            BreakingChangesTest.DOCUMENT.replace("name: id, required: true, schema: {type: string}}", """
            name: id, required: true, schema: {type: string, pattern: '^[0-9]+$'}}
                    - {in: header, name: If-Match, required: true, schema: {type: integer}}""");

    @Test
    void whatReadsAPartOfTheAnswerFits() {
        assertThat(misfits(PACT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "/api/v1/things/7"    | "/api/v2/things/7"        | there is no PUT /api/v2/things/7
            "PUT"                 | "PATCH"                   | there is no PATCH /api/v1/things/7
            "dry": ["true"]       | "wet": ["true"]           | there is no query parameter wet
            "size": 3, "colour"   | "colour"                  | request  required property 'size' not found
            "size": 3             | "size": "large"           | request /size string found, integer expected
            "size": 3             | "size": 11                | request /size must have a maximum value of 10
            "state": "NEW"        | "status": "NEW"           | answer  property 'status' is not defined
            [{"state": "OLD"}]    | [{"status": "OLD"}]       | answer /parts/0 property 'status' is not defined
            "state": "NEW"        | "state": 1                | answer /state integer found, string expected
            "status": 200         | "status": 201             | it never answers 201
            things/7"             | things/seven"             | path parameter id does not match
            "If-Match": ["7"],    | ``                        | header parameter If-Match is missing
            "If-Match": ["7"]     | "if-match": ["seven"]     | header parameter If-Match string found, integer expected
            "ETag": ["8"]         | "Age": ["8"]              | answer 200 has no header Age
            """)
    void namesInteractionAndPlace(String before, String after, String misfit) {
        assertThat(misfits(PACT.replace(before, after)))
                .first()
                .asString()
                .startsWith("shop: \"a change\": ")
                .contains(misfit);
    }

    @Test
    void aHeadFitsTheGetThatServesIt() {
        var head = """
                {"consumer": {"name": "shop"}, "provider": {"name": "things"}, "interactions": [{
                  "description": "a look", "request": {"method": "HEAD", "path": "/api/v1/things"},
                  "response": {"status": 200}}]}
                """;
        assertThat(misfits(head)).isEmpty();
        assertThat(misfits(head.replace("v1/things", "v1/nothing")))
                .singleElement()
                .asString()
                .contains("no HEAD");
    }

    @Test
    void aRequestThatIsToFailNeedNotFit() {
        assertThat(misfits(PACT.replace("\"size\": 3", "\"size\": 11")
                        .replaceFirst("(?s)\"response\".*", "\"response\": {\"status\": 409}}]}")))
                .isEmpty();
    }

    private static List<String> misfits(String pact) {
        var contract = new Contract("shop-things.json", JsonMapper.shared().readTree(pact));
        return new ContractFit(List.of(BreakingChangesTest.document(DOCUMENT))).misfits(contract);
    }
}
