package dev.covenant.registry.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.covenant.registry.json.RegistryJson;
import dev.covenant.registry.pact.Publication;
import dev.covenant.registry.pact.Publication.Contract;

/** The body of a publication, read and checked. */
final class PublishRequest {
    private static final int MOST_CONTRACTS = 200;
    private static final String CONTRACTS = "contracts";

    private final Given given;
    private final String consumer;

    private PublishRequest(JsonNode body) {
        this.given = new Given(body);
        this.consumer = given.name("pacticipantName");
    }

    /** @throws Refused 400 with all that is wrong with it */
    static Publication read(JsonNode body) {
        return new PublishRequest(body).publication(body.path(CONTRACTS));
    }

    private Publication publication(JsonNode contracts) {
        var version = given.name("pacticipantVersionNumber");
        var branch = given.optionalName("branch");
        var tags = given.names("tags");
        var buildUrl = given.text(Given.LONGEST_URL, "buildUrl").orElse(null);
        var read = contracts(contracts);
        given.require();
        return new Publication(consumer, version, branch, tags, buildUrl, read);
    }

    private List<Contract> contracts(JsonNode contracts) {
        var read = new ArrayList<Contract>();
        if (contracts.isMissingNode() || contracts.isNull()) {
            given.broken(CONTRACTS, "is missing");
        } else if (!contracts.isArray() || contracts.size() > MOST_CONTRACTS) {
            given.broken(CONTRACTS, "must be an array of at most %d".formatted(MOST_CONTRACTS));
        } else {
            var providers = new HashSet<String>();
            for (int index = 0; index < contracts.size(); index++) {
                var contract = new OneOf(contracts.get(index), index).read();
                if (contract != null && !providers.add(contract.provider())) {
                    given.broken(CONTRACTS, "has two for %s (at index %d)".formatted(contract.provider(), index));
                }
                read.add(contract);
            }
        }
        return read;
    }

    /** One contract of the body; its errors are told under the list, with their place. */
    private final class OneOf {
        private final JsonNode contract;
        private final int index;
        private boolean sound = true;

        OneOf(JsonNode contract, int index) {
            this.contract = contract;
            this.index = index;
        }

        Contract read() {
            var name = text("consumerName");
            var provider = text("providerName");
            mustBe("specification", List.of("pact"), true);
            mustBe("contentType", List.of("application/json"), true);
            mustBe("onConflict", List.of("overwrite", "merge"), false);
            if (name != null && consumer != null && !name.equals(consumer)) {
                broken("consumerName ('%s') must match pacticipantName ('%s')".formatted(name, consumer));
            }
            var pact = content();
            pact.ifPresent(document -> {
                mustAgree(document, "consumer", "consumerName", name);
                mustAgree(document, "provider", "providerName", provider);
            });
            var merge = contract.path("onConflict").asString("").equals("merge");
            return sound ? new Contract(provider, pact.orElseThrow(), merge) : null;
        }

        private Optional<ObjectNode> content() {
            var text = contract.path("content").asString("");
            if (text.isEmpty()) {
                broken("content is missing");
                return Optional.empty();
            }
            var decoded = decode(text);
            if (decoded.isEmpty()) {
                broken("content is not Base64 of text in UTF-8");
                return Optional.empty();
            }
            var pact = decoded.flatMap(RegistryJson::object);
            if (pact.isEmpty()) {
                broken("content could not be parsed as a pact: it must be a JSON object, nested at most 50 deep");
            }
            return pact;
        }

        private void mustAgree(ObjectNode pact, String party, String field, String name) {
            var inPact = pact.path(party).path("name").asString(name);
            if (name != null && !inPact.equals(name)) {
                broken("%s name in content ('%s') must match %s ('%s')".formatted(party, inPact, field, name));
            }
        }

        private void mustBe(String field, List<String> values, boolean required) {
            var value = contract.path(field);
            if (value.isMissingNode() || value.isNull()) {
                if (required) {
                    broken(field + " is missing");
                }
            } else if (!value.isString() || !values.contains(value.stringValue())) {
                broken(field + " must be one of: " + String.join(", ", values));
            }
        }

        private String text(String field) {
            var inner = new Given(contract);
            var text = inner.name(field);
            inner.firstRule().ifPresent(rule -> broken(field + " " + rule));
            return text;
        }

        private void broken(String rule) {
            sound = false;
            given.broken(CONTRACTS, "%s (at index %d)".formatted(rule, index));
        }
    }

    /** Line breaks within are welcome. */
    private static Optional<String> decode(String base64) {
        try {
            var bytes = Base64.getMimeDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
