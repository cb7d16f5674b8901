package dev.covenant.delivery.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against answers as the registry gives them. */
class HttpRegistryTest {
    private static final String NONE = "{\"_embedded\":{\"environments\":[]}}";
    private static final String PRODUCTION =
            "{\"_embedded\":{\"environments\":[{\"name\":\"production\",\"uuid\":\"e1\"}]}}";

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private HttpRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        registry = new HttpRegistry(new RegistryAddress(base(), "deployer", "hush", ""));
    }

    @AfterEach
    void stop() {
        registry.close();
        server.stop(0);
    }

    @Test
    void yes() {
        on("/environments", 200, PRODUCTION);
        on("/can-i-deploy", 200, "{\"summary\":{\"deployable\":true}}");
        assertThat(registry.canIDeploy("payments", "c0ffee", "production")).isEqualTo(new Verdict.Yes());
        assertThat(requests).contains("GET /can-i-deploy?pacticipant=payments&version=c0ffee&environment=production");
    }

    @Test
    void whoNeedsEachOtherAndIsNotThereYetCanBeIgnored() {
        on("/environments", 200, PRODUCTION);
        on("/can-i-deploy", 200, "{\"summary\":{\"deployable\":true}}");
        var address = new RegistryAddress(base(), "", "", "");
        try (var first = new HttpRegistry(address, List.of("orders"))) {
            first.canIDeploy("payments", "c0ffee", "production");
        }
        assertThat(requests.getLast()).endsWith("&environment=production&ignore%5B%5D=orders");
    }

    @Test
    void whoIsThereIsNotIgnored() {
        on("/environments", 200, PRODUCTION);
        on("/environments/e1/deployed-versions/currently-deployed", 200, "{\"_embedded\":{\"deployedVersions\":[{}]}}");
        on("/can-i-deploy", 200, "{\"summary\":{\"deployable\":true}}");
        try (var again = new HttpRegistry(new RegistryAddress(base(), "", "", ""), List.of("orders"))) {
            assertThat(again.canIDeploy("payments", "c0ffee", "production"))
                    .isEqualTo(new Verdict.No(List.of("orders is in production already: its contracts count.")));
        }
    }

    @Test
    void noNamesTheInteractionThatWasNotKept() {
        on("/environments", 200, PRODUCTION);
        on("/can-i-deploy", 200, """
                {"summary":{"deployable":false,"reason":"The verification failed"},
                 "matrix":[
                   {"consumer":{"name":"orders"},"provider":{"name":"inventory"},"verificationResult":{"success":true}},
                   {"consumer":{"name":"orders"},"provider":{"name":"payments"},"verificationResult":{"success":false,
                    "_links":{"self":{"href":"%1$s/result"}}}}]}""".formatted(base()));
        on("/result", 200, """
                {"testResults":[{"interactionId":"i1","success":true},
                  {"interactionId":"i2","success":false,"mismatches":[{"description":"Expected status 200 but was 404"}]}],
                 "_links":{"pb:pact-version":{"href":"%s/contract"}}}""".formatted(base()));
        on("/contract", 200, """
                {"interactions":[{"_id":"i1","description":"a capture"},{"_id":"i2","description":"a void of a payment"}]}""");
        assertThat(registry.canIDeploy("payments", "c0ffee", "production"))
                .isEqualTo(
                        new Verdict.No(
                                List.of(
                                        "The verification failed",
                                        "broken between orders and payments: \"a void of a payment\": Expected status 200 but was 404")));
    }

    /** The registry names no result, or one that it does not have any more. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/gone", "not an address"})
    void aNoStaysANoWithoutItsReasons(String link) {
        on("/environments", 200, PRODUCTION);
        on("/gone", 404, "{}");
        on("/can-i-deploy", 200, """
                {"summary":{"deployable":false,"reason":"The verification failed"},
                 "matrix":[{"verificationResult":{"success":false,"_links":{"self":{"href":"%s"}}}}]}""".formatted(link.startsWith("/") ? base() + link : link));
        assertThat(registry.canIDeploy("payments", "c0ffee", "production"))
                .isEqualTo(new Verdict.No(List.of("The verification failed")));
    }

    /** A registry in trouble has not said that nobody is there. */
    @Test
    void anErrorIsNoAnswer() {
        on("/environments", 200, PRODUCTION);
        on("/environments/e1/deployed-versions/currently-deployed", 503, "{\"error\":\"database\"}");
        on("/can-i-deploy", 200, "{\"summary\":{\"deployable\":true}}");
        try (var first = new HttpRegistry(new RegistryAddress(base(), "", "", ""), List.of("orders"))) {
            assertThatThrownBy(() -> first.canIDeploy("payments", "c0ffee", "production"))
                    .isInstanceOf(DevstackException.class)
                    .hasMessageContaining("503");
        }
    }

    @Test
    void anEnvironmentIsNotMadeBecauseTheRegistryIsInTrouble() {
        on("/environments", 500, "{}");
        assertThatThrownBy(() -> registry.recordDeployment("payments", "c0ffee", "production"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("500");
        assertThat(requests).containsExactly("GET /environments");
    }

    @Test
    void aWithdrawalEndsWhatIsDeployed() {
        on("/environments", 200, PRODUCTION);
        on("/environments/e1/deployed-versions/currently-deployed", 200, """
                {"_embedded":{"deployedVersions":[{"_links":{"self":{"href":"%s/deployed-versions/d1"}}}]}}""".formatted(base()));
        on("/deployed-versions/d1", 200, "{\"currentlyDeployed\":false}");
        registry.recordWithdrawal("payments", "production");
        assertThat(requests).last().isEqualTo("PATCH /deployed-versions/d1");
    }

    /** Nobody has verified yet: that is no yes. */
    @Test
    void unknownIsNo() {
        on("/environments", 200, PRODUCTION);
        on("/can-i-deploy", 200, "{\"summary\":{\"deployable\":null,\"reason\":\"Not verified\"},\"matrix\":[]}");
        assertThat(registry.canIDeploy("payments", "c0ffee", "production"))
                .isEqualTo(new Verdict.No(List.of("Not verified")));
    }

    @Test
    void aVersionThatTheRegistryDoesNotKnowIsNo() {
        on("/environments", 200, PRODUCTION);
        on("/can-i-deploy", 400, "{\"errors\":[\"Pacticipant payments not found\"]}");
        assertThat(registry.canIDeploy("payments", "c0ffee", "production"))
                .isEqualTo(new Verdict.No(List.of("Pacticipant payments not found")));
    }

    @Test
    void recordsInAnEnvironmentThatItMakesFirst() {
        server.createContext(
                "/environments",
                exchange -> answer(
                        exchange,
                        exchange.getRequestMethod().equals("POST") ? 201 : 200,
                        exchange.getRequestMethod().equals("POST") ? "{\"uuid\":\"e2\"}" : NONE));
        on("/pacticipants/payments/versions/c0ffee/deployed-versions/environment/e2", 201, "{}");
        registry.recordDeployment("payments", "c0ffee", "staging");
        assertThat(requests)
                .containsExactly(
                        "GET /environments",
                        "POST /environments",
                        "POST /pacticipants/payments/versions/c0ffee/deployed-versions/environment/e2");
    }

    @Test
    void whatWasNotRecordedIsAnError() {
        on("/environments", 200, PRODUCTION);
        on("/pacticipants", 404, "{\"error\":\"not found\"}");
        assertThatThrownBy(() -> registry.recordDeployment("payments", "c0ffee", "production"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("404");
    }

    @Test
    void anErrorShowsNoCredentials() {
        on("/", 401, "");
        assertThatThrownBy(() -> registry.canIDeploy("payments", "c0ffee", "production"))
                .isInstanceOf(DevstackException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("Basic");
    }

    private void on(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes().length);
        exchange.getResponseBody().write(body.getBytes());
        exchange.close();
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
