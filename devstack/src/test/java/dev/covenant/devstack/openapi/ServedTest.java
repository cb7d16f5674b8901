package dev.covenant.devstack.openapi;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServedTest {
    private static final String BOTH = """
            servers: [{url: http://localhost:9081}]
            paths:
              /api/v2/things:
                get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}}}
              /api/v1/things:
                get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Old'}}}}}}
            components:
              schemas:
                Part: {type: string}
                Old: {properties: {part: {$ref: '#/components/schemas/Part'}}, type: object}
                New: {type: object}
            openapi: 3.1.0
            info: {version: '9', title: Things}
            """;

    @Test
    void eachVersionIsADocumentOfItsPathsAndTheSchemasThatTheyNeed() {
        var versions = new Served("things", Yaml.read(BOTH)).versions();

        assertThat(versions).extracting(ApiDocument::name).containsExactly("things-v1", "things-v2");
        assertThat(Yaml.write(versions.getFirst().root()))
                .contains("/api/v1/things", "Old:", "Part:", "version: \"1\"")
                .doesNotContain("/api/v2", "New:", "localhost");
    }

    @Test
    void theOrderOfTheServerDoesNotMatter() {
        var turned = BOTH.replace("    New: {type: object}\n", "")
                .replace("    Part:", "    New: {type: object}\n    Part:")
                .replace(
                        "{properties: {part: {$ref: '#/components/schemas/Part'}}, type: object}",
                        "{type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}");

        assertThat(new Served("things", Yaml.read(turned)).versions())
                .extracting(version -> Yaml.write(version.root()))
                .isEqualTo(new Served("things", Yaml.read(BOTH))
                        .versions().stream()
                                .map(version -> Yaml.write(version.root()))
                                .toList());
    }
}
