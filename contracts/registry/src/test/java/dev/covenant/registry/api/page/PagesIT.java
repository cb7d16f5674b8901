package dev.covenant.registry.api.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static dev.covenant.registry.testing.Publications.pact;
import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = RegistryUsers.class)
class PagesIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String HOSTILE = "\"' onload='x' <script>alert(1)<|script> &amp;";

    private final Registry registry;
    private final ServerUnderTest server;
    private final String consumer = Registry.newName("Shop");
    private final String provider = Registry.newName("Store");

    PagesIT(ServerUnderTest server) {
        this.server = server;
        this.registry = Registry.of(server);
    }

    @Test
    void theListTellsTheStateOfEachContract() {
        var environment = registry.newEnvironment();
        publish("1", "an order");
        publish("2", "an order", "no order");
        registry.deploy(consumer, "2", environment, null);

        assertThat(list()).contains("Not verified", ">2</a>", ">main</span>", environment.name(), "never");
        registry.verify(consumer, "2", provider, "77", false);
        assertThat(list()).contains("Failed", ">77</span>").doesNotContain("Not verified", ">1</a>");
        registry.verify(consumer, "2", provider, "78", true);
        assertThat(list()).contains("Verified", ">78</span>").doesNotContain("Failed");
    }

    @Test
    void aLongListComesInPages() {
        var store = Registry.newName("Store");
        for (var number = 10; number < 61; number++) {
            var name = number + " " + store;
            registry.publish(name, "1", store, pact(name, store, "an order"));
        }

        var first = open(Registry.at("?q=%s", store));
        var second = open(Registry.at("?q=%s&page=2", store));

        assertThat(first.body())
                .contains(">10 " + store, ">59 " + store, "page=2")
                .doesNotContain(">60 " + store);
        assertThat(second.body()).contains(">60 " + store, "page=1").doesNotContain(">59 " + store, "page=3");
    }

    @Test
    void aContractReadsAsDocumentationWhereClientsFindItsDocument() {
        publish("1", "an order");
        registry.put("pacticipants/%s/versions/1/tags/prod", consumer);

        for (var address : List.of("version/1", "latest", "latest/prod")) {
            var path = Registry.at("pacts/provider/%s/consumer/%s/", provider, consumer) + address;
            assertThat(open(path).body()).contains("<h2", "an order", "GET /an order", "200 OK");
            assertThat(registry.get(path)
                            .json()
                            .at("/interactions/0/description")
                            .asString())
                    .isEqualTo("an order");
        }
    }

    @Test
    void theMatrixTellsWhichVersionsHaveMet() {
        publish("c1", "an order");
        publish("c2", "no order");
        registry.verify(consumer, "c1", provider, "p1", true);

        var page = open(matrix()).body();

        assertThat(page).contains(">c1</a>", ">p1</span>", "Verified", ">c2</a>", "Not verified");
        assertThat(page.indexOf("verdict kept")).isGreaterThan(page.indexOf("verdict unknown"));
    }

    @Test
    void theMatrixIsShownInPages() {
        IntStream.rangeClosed(1, 101).forEach(number -> publish("c" + number, "an order"));

        assertThat(open(matrix()).body())
                .contains(">c101</a>", ">c2</a>", "page=2")
                .doesNotContain(">c1</a>");
        assertThat(open(matrix() + "?page=2").body())
                .contains(">c1</a>", "page=1")
                .doesNotContain(">c2</a>", "page=3");
    }

    @Test
    void whatIsInAnEnvironmentStandsInItsColumn() {
        var environment = registry.newEnvironment();
        publish("1", "an order");
        publish("2", "an order");
        registry.deploy(consumer, "1", environment, "blue");
        registry.release(consumer, "2", environment);

        var page = everyPage("environments");

        assertThat(page).contains(environment.name(), consumer, ">blue</span>", ">released</span>");
    }

    @Test
    void theNetworkIsAPictureAndAListInWords() {
        publish("1", "an order");

        var page = open(Registry.at("network?q=%s", consumer)).body();

        assertThat(page).contains("<svg", "class=\"line unknown\"", ">" + consumer + "</title>", "In words");
    }

    @Test
    void namesAreShownAsTheyAreAndDoNothing() {
        var bad = Registry.newName(HOSTILE);
        var environment = registry.newEnvironment();
        registry.publish(bad, HOSTILE, bad, pact(bad, bad, HOSTILE), Map.of("branch", HOSTILE));
        registry.deploy(bad, HOSTILE, environment, HOSTILE);

        var pages = Stream.concat(
                Stream.of(
                                Registry.at("?q=%s", bad),
                                Registry.at("network?q=%s", bad),
                                Registry.at("matrix/provider/%s/consumer/%s", bad, bad),
                                Registry.at("pacts/provider/%s/consumer/%s/latest", bad, bad))
                        .map(path -> open(path).body()),
                Stream.of(everyPage("environments")));

        assertThat(pages).allSatisfy(page -> assertThat(page)
                .contains("&lt;script", "&amp;amp;")
                .doesNotContain("<script")
                .doesNotContainPattern("<[a-z][^<>]*\"' onload"));
    }

    @Test
    void clientsGetDocumentsWhateverTheyAccept() {
        for (var accept :
                List.of("application/hal+json", "application/json", "*/*", "application/hal+json, */*; q=0.1")) {
            for (var path : List.of("", "environments")) {
                assertThat(registry.send("GET", path, null, "Accept", accept)
                                .json()
                                .has("_links"))
                        .isTrue();
            }
        }
    }

    @Test
    void browsersAreToldToRunNothing() {
        var page = open("");

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain(" style=", "<style", "<script");
        assertThat(registry.get("registry.css").header("Content-Type")).isEqualTo("text/css;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pacts/provider/none/consumer/none/latest",
                "pacts/provider/none/consumer/none/latest/x",
                "pacts/provider/none/consumer/none/version/1",
                "matrix/provider/none/consumer/none",
                "pacticipants/none",
                "nowhere"
            })
    void whatIsNotThereIsAPageThatSaysSo(String path) {
        var answer = registry.send("GET", path, null, "Accept", BROWSER);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page");
    }

    @Test
    void aFaultIsAPageThatTellsItsReferenceAndNothingOfTheInside() throws IOException {
        var owner = Jdbi.create(server.owner());
        owner.useHandle(handle -> handle.execute("REVOKE SELECT ON environment FROM registry_app"));
        try {
            var answer = registry.send("GET", "environments", null, "Accept", BROWSER);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
            assertThat(answer.body())
                    .contains("The registry failed to handle this request.")
                    .doesNotContainIgnoringCase("permission", "select ", "exception");
            var reference = answer.body().replaceFirst("(?s).*<code>([0-9a-f-]{36})</code>.*", "$1");
            assertThat(Files.readString(server.server().console()))
                    .contains("Unexpected fault, reference " + reference, "permission denied");
        } finally {
            owner.useHandle(handle -> handle.execute("GRANT SELECT ON environment TO registry_app"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0", "?page=x", "?page=99999999999", "?page=900000", "?q=%00", "?q=%25_"})
    void strangeQueriesAreNoFaults(String query) {
        assertThat(registry.send("GET", query, null, "Accept", BROWSER).status())
                .isIn(200, 422);
    }

    @Test
    void pagesNeedTheLevelToReadAsDocumentsDo() {
        var nobody = Registry.withToken(server, null);
        for (var path : List.of("", "environments", "network", "registry.css", "matrix/provider/a/consumer/b")) {
            var refused = nobody.send("GET", path, null, "Accept", BROWSER);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
            assertThat(refused.body()).contains("wants to know who you are");
        }
        assertThat(Registry.of(server, "reader:see:it")
                        .send("GET", "", null, "Accept", BROWSER)
                        .status())
                .isEqualTo(200);
    }

    private void publish(String version, String... descriptions) {
        registry.publish(consumer, version, provider, pact(consumer, provider, descriptions), Map.of("branch", "main"));
    }

    private String list() {
        return open(Registry.at("?q=%s", consumer)).body();
    }

    private String matrix() {
        return Registry.at("matrix/provider/%s/consumer/%s", provider, consumer);
    }

    private ServiceAnswer open(String path) {
        var answer = registry.send("GET", path, null, "Accept", BROWSER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Other tests fill the same list. */
    private String everyPage(String path) {
        var all = new StringBuilder();
        for (var page = 1; ; page++) {
            var body = open(path + "?page=" + page).body();
            all.append(body);
            if (!body.contains("rel=\"next\"")) {
                return all.toString();
            }
        }
    }
}
