package dev.covenant.devstack.openapi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The document of a small API, each time with one text in the place of another. */
class BreakingChangesTest {
    static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Things}
            security: [{token: []}]
            paths:
              /api/v1/things:
                get:
                  deprecated: true
                  responses:
                    '200': {description: all}
              /api/v1/things/{id}:
                put:
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: string}}
                    - {in: query, name: dry, schema: {type: boolean}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          $ref: '#/components/schemas/Request'
                  responses:
                    '200':
                      description: done
                      headers:
                        ETag: {schema: {type: string}}
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Thing'
                    '409': {description: not done}
            components:
              schemas:
                Request:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, maximum: 10, minimum: 1}
                    colour: {type: string, enum: [RED, BLUE]}
                    labels:
                      type: array
                      uniqueItems: false
                    box:
                      $ref: '#/components/schemas/Box'
                      maxProperties: 3
                Thing:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, maximum: 10}
                    state: {type: string, enum: [NEW, OLD]}
                    wrapping:
                      oneOf:
                        - $ref: '#/components/schemas/Box'
                        - {type: string}
                    boxes:
                      type: object
                      additionalProperties:
                        $ref: '#/components/schemas/Box'
                    parts:
                      type: array
                      items:
                        $ref: '#/components/schemas/Thing'
                Box:
                  type: object
                  required: [width]
                  properties:
                    width: {type: integer}
              securitySchemes:
                token: {type: http, scheme: bearer}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            put:                             | post:                               | is gone, and was not deprecated before
            name: dry,                       | name: dry, required: true,          | query parameter dry is now required
            name: dry,                       | name: wet,                          | query parameter dry is gone
            schema: {type: boolean}          | schema: {type: integer}             | query parameter dry: was boolean and is integer
            '200':\\n          description: done | '201':\\n          description: done | answer 200 is gone
            ETag: {                          | Etag2: {                            | answer 200: header ETag is gone
            ETag: {schema: {type: string}}   | ETag: {schema: {type: integer}}     | answer 200: header ETag: was string and is integer
            security: [{token: []}]          | security: [{token: [admin]}]        | security was
            scheme: bearer                   | scheme: basic                       | security was
            uniqueItems: false               | uniqueItems: true                   | request .labels: uniqueItems was false and is true
            uniqueItems: false               | items: {type: string}               | request .labels[]: was anything and is {"type":"string"}
            maxProperties: 3                 | maxProperties: 2                    | request .box: maxProperties was 3 and is 2
            width: {type: integer}           | width: {type: string}               | answer 200 .wrapping oneOf[0] .width: was integer and is string
            wrapping:\\n          oneOf:\\n            - $ref: '#/components/schemas/Box'\\n | wrapping:\\n          oneOf:\\n | answer 200 .wrapping: oneOf had 2 alternatives and has 1
            additionalProperties:\\n            $ref: '#/components/schemas/Box' | additionalProperties: {type: string} | answer 200 .boxes .*: was object and is string
            enum: [NEW, OLD]                 | enum: [NEW, AGED]                   | answer 200 .state: [OLD] is now [AGED]
            required: [size]\\n      properties:\\n        size: {type: integer, maximum: 10, minimum: 1} | required: [size, colour]\\n      properties:\\n        size: {type: integer, maximum: 10, minimum: 1} | request .colour is now required
            maximum: 10, minimum: 1          | maximum: 9, minimum: 1              | request .size: maximum was 10 and is 9
            maximum: 10, minimum: 1          | maximum: 10, minimum: 2             | request .size: minimum was 1 and is 2
            enum: [RED, BLUE]                | enum: [RED]                         | request .colour: no longer takes [BLUE]
            colour:                          | color:                              | request .colour is gone
            state: {type: string             | status: {type: string               | answer 200 .state is gone
            state: {type: string             | state: {type: integer               | answer 200 .state: was string and is integer
            state: {type: string             | state: {type: [string, 'null']      | answer 200 .state: was string and is
            size: {type: integer, maximum: 10}\\n | size: {type: integer}\\n          | answer 200 .size: maximum was 10 and is none
            required: [size]\\n      properties:\\n        size: {type: integer, maximum: 10}\\n | properties:\\n        size: {type: integer, maximum: 10}\\n | answer 200 .size may now be absent
            """)
    void namesWhatAConsumerCanNoLongerRelyOn(String before, String after, String broken) {
        assertThat(changes(before, after).found())
                .anySatisfy(change -> assertThat(change).contains(broken));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string, enum: [RED, BLUE]} | {type: string, enum: [RED, BLUE, GREEN]}
            {type: string, enum: [RED, BLUE]} | {type: string}
            {type: string, enum: [NEW, OLD]}  | {type: string, enum: [NEW, OLD, LOST]}
            {type: string, enum: [NEW, OLD]}  | {type: string, enum: [NEW]}
            {id}:\\n    put:\\n      parameters:\\n        - {in: path, name: id | {key}:\\n    put:\\n      parameters:\\n        - {in: path, name: key
            headers:\\n            ETag: {   | headers:\\n            Age: {schema: {type: integer}}\\n            ETag: {
            maximum: 10, minimum: 1           | maximum: 11
            size: {type: integer, maximum: 10}\\n | size: {type: integer, maximum: 9}\\n
            state: {type: string              | weight: {type: number}\\n        state: {type: string
            colour:                           | weight: {type: number}\\n        colour:
            '409': {description: not done}    | '410': {description: not done}
            name: dry                         | name: wet, schema: {type: string}}\\n        - {in: query, name: dry
            """)
    void moreInAnswersAndLessAskedInRequestsBreakNobody(String before, String after) {
        var changes = changes(before, after);

        assertThat(changes.found()).isEmpty();
        assertThat(changes.retired()).isEmpty();
    }

    @Test
    void anOperationThatWasDeprecatedIsRetired() {
        var changes = changes("get:", "delete:");

        assertThat(changes.found()).isEmpty();
        assertThat(changes.retired()).containsExactly("GET /api/v1/things");
    }

    private static BreakingChanges changes(String before, String after) {
        var changed = DOCUMENT.replace(lines(before), lines(after));
        assertThat(changed).isNotEqualTo(DOCUMENT);
        return BreakingChanges.between(document(DOCUMENT), document(changed));
    }

    static ApiDocument document(String yaml) {
        return new ApiDocument("things-v1", Yaml.read(yaml));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
