package dev.covenant.devstack.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.DevstackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages as they stand on the wire, with both sides played by hand. */
class FramingTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String PUT = "PUT /b?c=d HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private ServerSocket listening;
    private FaultProxy proxy;
    private Line caller;
    private Line callee;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        proxy = FaultProxy.forHttp(listening.getLocalPort());
        caller = new Line(proxy.port());
        callee = accept();
    }

    @AfterEach
    void stop() throws IOException {
        caller.close();
        callee.close();
        proxy.close();
        listening.close();
    }

    @Test
    void oneConnectionOfTheCallerIsOneConnectionToTheCallee() throws IOException {
        for (var request : new String[] {GET, PUT, GET}) {
            caller.say(request);
            assertThat(callee.hear(request)).isEqualTo(request);
            callee.say(OK);
            assertThat(caller.hear(OK)).isEqualTo(OK);
        }
    }

    @Test
    void requestsThatComeTogetherAreToldApartAndAnsweredInOrder() throws IOException {
        var held = proxy.holdRequest("PUT .*");
        caller.say(GET + PUT + GET);

        assertThat(callee.hear(GET)).isEqualTo(GET);
        callee.say(OK);
        assertThat(caller.hear(OK)).isEqualTo(OK);
        assertThat(held.awaitHeld(SOON).request()).isEqualTo(new CaughtRequest("PUT", "/b?c=d", "body"));
        assertThat(callee.isSilent()).isTrue();

        held.release();
        try (var own = accept()) {
            own.hear(PUT);
            own.say(OK);
        }
        assertThat(caller.hear(OK)).isEqualTo(OK);
        assertThat(callee.hear(GET)).isEqualTo(GET);
    }

    @Test
    void aMessageThatComesByteByByteIsOneMessage() throws IOException {
        var held = proxy.holdRequest("PUT /b.*");
        for (var letter : PUT.split("")) {
            caller.say(letter);
        }

        assertThat(held.awaitHeld(SOON).request().body()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nok\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 700\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
            })
    void theEndOfAnAnswerIsFound(String answer) throws IOException {
        caller.say(GET);
        callee.hear(GET);
        callee.say(answer);
        assertThat(caller.hear(answer)).isEqualTo(answer);

        // Held only when the answer before it is over.
        var held = proxy.holdRequest("PUT .*");
        caller.say(PUT);
        held.awaitHeld(SOON);
    }

    @Test
    void theAnswerToHeadHasNoBody() throws IOException {
        var head = GET.replace("GET", "HEAD");
        caller.say(head);
        callee.hear(head);
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n";
        callee.say(answer);
        caller.hear(answer);

        var held = proxy.holdRequest("PUT .*");
        caller.say(PUT);
        held.awaitHeld(SOON);
    }

    @Test
    void anAnswerWithoutLengthIsPassedOnAsItComesUntilItEnds() throws IOException {
        caller.say(GET);
        callee.hear(GET);
        var start = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n";
        callee.say(start);
        assertThat(caller.hear(start)).isEqualTo(start);
        callee.say("data: 2\n\n");
        assertThat(caller.hear("data: 2\n\n")).isEqualTo("data: 2\n\n");

        callee.close();
        assertThat(caller.hearAll()).isEmpty();
    }

    @Test
    void theBodyIsAskedForWhenTheCallerWaitsForThat() throws IOException {
        var held = proxy.holdRequest("PUT .*");
        var end = PUT.indexOf("\r\n\r\n");
        caller.say(PUT.substring(0, end) + "\r\nExpect: 100-continue\r\n\r\n");
        var goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(caller.hear(goOn)).isEqualTo(goOn);
        caller.say("body");

        assertThat(held.awaitHeld(SOON).request().body()).isEqualTo("body");
    }

    @Test
    void anotherProtocolAfterASwitchIsPassedOnAsItIs() throws IOException {
        caller.say(GET);
        callee.hear(GET);
        var switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n";
        callee.say(switching);
        assertThat(caller.hear(switching)).isEqualTo(switching);

        callee.say("from callee");
        assertThat(caller.hear("from callee")).isEqualTo("from callee");
        caller.say("from caller\n\nand more");
        assertThat(callee.hear("from caller\n\nand more")).isEqualTo("from caller\n\nand more");
    }

    @Test
    void theCallerHearsOfTheEndOfAnIdleConnection() throws IOException {
        caller.say(GET);
        callee.hear(GET);
        callee.say(OK);
        caller.hear(OK);

        callee.close();

        assertThat(caller.hearAll()).isEmpty();
    }

    @Test
    void theCalleeHearsOfTheEndOfItsCaller() throws IOException {
        caller.close();

        assertThat(callee.hearAll()).isEmpty();
    }

    @Test
    void whatIsNoAnswerBreaksTheConnection() throws IOException {
        caller.say(GET);
        callee.hear(GET);
        callee.say("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");

        assertThatThrownBy(caller::hearAll).isInstanceOf(SocketException.class);
    }

    @Test
    void aCalleeThatDiesBeforeItAnswersFailsTheRuleAndTheCaller() throws IOException {
        var held = proxy.holdAnswer("PUT .*");
        caller.say(PUT);
        try (var own = accept()) {
            own.hear(PUT);
        }

        assertThatThrownBy(() -> held.awaitHeld(SOON))
                .isInstanceOf(DevstackException.class)
                .hasMessage("Hold answer PUT .*: the callee gave no answer to PUT /b?c=d HTTP/1.1");
        assertThatThrownBy(caller::hearAll).isInstanceOf(SocketException.class);
    }

    @Test
    void aCallerThatBreaksOffWithinARequestFailsTheRule() throws IOException {
        var held = proxy.holdRequest("PUT .*");
        caller.say(PUT.substring(0, PUT.length() - 1));
        caller.close();

        assertThatThrownBy(() -> held.awaitHeld(SOON))
                .isInstanceOf(DevstackException.class)
                .hasMessage("Hold request PUT .*: 1 bytes of a body are missing");
    }

    private Line accept() throws IOException {
        return new Line(listening.accept());
    }
}
