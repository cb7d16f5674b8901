package dev.covenant.registry.pact;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.registry.json.RegistryJson;

import static org.assertj.core.api.Assertions.assertThat;

/** The hashes are those that the official Pact Broker 2.120.0 computed for the same contracts. */
class ContentTest {
    private static final String FROM_THE_RUBY_CLIENT = """
            {"consumer":{"name":"Foo"},"provider":{"name":"Bar"},"interactions":[{"description":"a request for a thing",
            "providerStates":[{"name":"a thing exists"}],"request":{"method":"GET","path":"/thing"},"response":{"status":200,
            "headers":{"Content-Type":"application/json"},"body":{"id":1},
            "matchingRules":{"body":{"$.id":{"matchers":[{"match":"integer"}]}}}}}],
            "metadata":{"pactSpecification":{"version":"3.0.0"}}}""";

    private static final String FROM_THE_RUST_CLIENT = """
            {"consumer":{"name":"Foo"},"interactions":[{"description":"a request for a thing","providerStates":[{"name":"a thing exists"}],
            "request":{"method":"GET","path":"/thing"},"response":{"body":{"id":1},"headers":{"Content-Type":"application/json"},
            "matchingRules":{"body":{"$.id":{"combine":"AND","matchers":[{"match":"integer"}]}}},"status":200}}],
            "metadata":{"pactRust":{"models":"1.3.15"},"pactSpecification":{"version":"3.0.0"}},"provider":{"name":"Bar"}}""";

    @Test
    void isKnownByTheHashThatTheBrokerGivesIt() {
        assertThat(content(FROM_THE_RUBY_CLIENT).sha()).isEqualTo("808d457a94d0af0cb19be011a1b91a9b374b62cc");
        assertThat(content(FROM_THE_RUST_CLIENT).sha()).isEqualTo("781615db9f077a81626defc8bfc45129c0456909");
    }

    @Test
    void leadsEachInteractionByItsOwnHash() {
        assertThat(content(FROM_THE_RUBY_CLIENT).text())
                .contains("\"interactions\":[{\"_id\":\"0f4d0d2d59053b93965fb46d672b48f9112a0f7f\",\"description\"");
        assertThat(content(FROM_THE_RUST_CLIENT).text())
                .contains("\"interactions\":[{\"_id\":\"4fc145c3529f8069d38adc166fd045bf529c3f49\",\"description\"");
    }

    @Test
    void anIdThatCameWithAnInteractionIsNotBelieved() {
        assertThat(content("{\"interactions\":[{\"_id\":\"mine\",\"description\":\"a\"}]}")
                        .text())
                .isEqualTo(
                        content("{\"interactions\":[{\"description\":\"a\"}]}").text());
    }

    @Test
    void idsDoNotCount() {
        for (var field : List.of("interactions", "messages")) {
            assertThat(content("{\"%s\":[{\"_id\":\"mine\",\"a\":1}]}".formatted(field))
                            .sha())
                    .isEqualTo(content("{\"%s\":[{\"a\":1}]}".formatted(field)).sha());
        }
    }

    @Test
    void orderOfInteractionsAndFieldsNamesAndOtherMetadataDoNotCount() {
        var one = content("""
                {"consumer":{"name":"A"},"interactions":[{"a":1,"b":[1,2]},{"c":3}],"metadata":{"pactSpecification":{"version":"2"},"x":1}}""");
        var other = content("""
                {"metadata":{"pact-specification":{"version":"2"}},"interactions":[{"c":3},{"b":[1,2],"a":1}],"consumer":{"name":"B"}}""");

        assertThat(one.sha()).isEqualTo(other.sha());
    }

    @Test
    void orderWithinAnInteractionAndTheSpecificationCount() {
        var one = content("{\"interactions\":[{\"b\":[1,2]}],\"metadata\":{\"pactSpecificationVersion\":\"2\"}}");

        assertThat(content("{\"interactions\":[{\"b\":[2,1]}],\"metadata\":{\"pactSpecificationVersion\":\"2\"}}")
                        .sha())
                .isNotEqualTo(one.sha());
        assertThat(content("{\"interactions\":[{\"b\":[1,2]}],\"metadata\":{\"pactSpecificationVersion\":\"3\"}}")
                        .sha())
                .isNotEqualTo(one.sha());
    }

    @Test
    void whatTheBrokerAddsWhenItServesIsNotKept() {
        assertThat(content("{\"interactions\":[],\"createdAt\":\"x\",\"_links\":{}}")
                        .text())
                .isEqualTo("{\"interactions\":[]}");
    }

    private static Content content(String json) {
        return Content.of(RegistryJson.object(json).orElseThrow());
    }
}
