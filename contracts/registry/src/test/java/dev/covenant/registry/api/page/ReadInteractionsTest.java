package dev.covenant.registry.api.page;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.registry.api.page.Interaction.Field;
import dev.covenant.registry.api.page.Interaction.Part;
import dev.covenant.registry.api.page.Interaction.State;

import static org.assertj.core.api.Assertions.assertThat;

/** JSON is written with single quotes. */
class ReadInteractionsTest {
    @Test
    void readsExchangesOfVersionTwo() {
        var read = only("""
                {'interactions': [{'description': 'an order', 'providerState': 'order 1 exists',
                    'request': {'method': 'get', 'path': '/orders/1', 'query': 'full=true', 'headers': {'Accept': 'text/plain'}},
                    'response': {'status': 404, 'body': 'none', 'matchingRules': {'$.body': {'match': 'type'}}}}]}""");

        assertThat(read.kind()).isEqualTo("HTTP");
        assertThat(read.states()).containsExactly(new State("order 1 exists", null));
        assertThat(read.parts().getFirst())
                .isEqualTo(new Part(
                        "Request",
                        "GET /orders/1",
                        List.of(new Field("query", "", "full=true"), new Field("header", "Accept", "text/plain")),
                        null,
                        null));
        assertThat(read.parts().getLast().line()).isEqualTo("404 Not Found");
        assertThat(read.parts().getLast().body()).isEqualTo("none");
        assertThat(read.parts().getLast().rules()).contains("\"match\" : \"type\"");
    }

    @Test
    void readsExchangesOfVersionFour() {
        var read = only("""
                {'interactions': [{'type': 'Synchronous/HTTP', 'description': 'an order', 'pending': true,
                    'providerStates': [{'name': 'an order', 'params': {'id': 1}}, {'name': 'no other'}],
                    'request': {'method': 'GET', 'path': '/', 'query': {'a': ['1', '2']}},
                    'response': {'status': 200, 'body': {'content': {'a': 1}, 'contentType': 'application/json', 'encoded': false}}}]}""");

        assertThat(read.pending()).isTrue();
        assertThat(read.states()).extracting(State::name).containsExactly("an order", "no other");
        assertThat(read.states().getFirst().parameters()).contains("\"id\" : 1");
        assertThat(read.parts().getFirst().fields()).containsExactly(new Field("query", "a", "1, 2"));
        assertThat(read.parts().getLast().body()).contains("\"a\" : 1").doesNotContain("contentType");
    }

    @Test
    void readsMessagesWithAndWithoutAnswers() {
        var message = only("{'messages': [{'description': 'm', 'contents': {'a': 1}, 'metaData': {'type': 'json'}}]}");
        var answered = only("""
                {'interactions': [{'type': 'Synchronous/Messages', 'description': 'm', 'request': {'contents': {'content': 'q'}},
                    'response': [{'contents': {'content': 'a', 'encoded': false}}]}]}""");

        assertThat(message.kind()).isEqualTo("Message");
        assertThat(message.parts().getFirst().fields()).containsExactly(new Field("metadata", "type", "json"));
        assertThat(answered.kind()).isEqualTo("Message with answer");
        assertThat(answered.parts()).extracting(Part::title).containsExactly("Message", "Answer");
        assertThat(answered.parts().getLast().body()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'interactions': [1, null, [], {}]}",
                "{'interactions': [{'description': {}, 'type': [], 'pending': {}, 'providerStates': {'a': 1}, 'request': 1, 'response': null}]}",
                "{'interactions': [{'request': {'query': [1], 'headers': {'a': {}}, 'matchingRules': 1}, 'response': {'status': 1e99}}]}",
                "{'interactions': [{'type': 'Synchronous/Messages', 'request': {'contents': 1}, 'response': {'a': 1}}]}",
                "{'interactions': {'a': 'b'}, 'messages': 'none'}"
            })
    void whateverStandsInAContractIsRead(String pact) {
        assertThat(ReadInteractions.of(pact.replace('\'', '"'))).isNotNull();
    }

    @Test
    void longTextsAreCut() {
        var read = only("{'messages': [{'contents': '%s'}]}".formatted("x".repeat(20_001)));

        assertThat(read.parts().getFirst().body()).endsWith("x\n… 1 more characters");
    }

    private static Interaction only(String pact) {
        var read = ReadInteractions.of(pact.replace('\'', '"'));
        assertThat(read).hasSize(1);
        return read.getFirst();
    }
}
