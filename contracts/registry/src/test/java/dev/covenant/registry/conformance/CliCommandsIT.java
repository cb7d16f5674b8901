package dev.covenant.registry.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Receiver;
import dev.covenant.registry.testing.Registry;
import dev.covenant.registry.testing.RegistryUsers;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command of the official command line that talks to a registry, once. */
@RealServer(setup = RegistryUsers.class)
class CliCommandsIT {
    private static final int FAILED = 1;

    private final Registry registry;
    private final PactCli cli;
    private final Receiver receiver = Receiver.open();
    private final String shop = "Shop-" + UUID.randomUUID();
    private final String store = "Store-" + UUID.randomUUID();
    private final String environment = "env-" + UUID.randomUUID();
    private final List<String> failed = new ArrayList<>();

    @TempDir
    private Path files;

    CliCommandsIT(ServerUnderTest server) {
        registry = Registry.of(server);
        cli = PactCli.of(server);
    }

    @BeforeEach
    void aPair() throws IOException {
        Files.writeString(files.resolve("pact.json"), withState(Publications.pact(shop, store, "tea")));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void everyCommandDoesWhatItSays() {
        publishing();
        pacticipantsAndVersions();
        environments();
        webhooks();
        deleting();

        assertThat(failed).isEmpty();
    }

    private void publishing() {
        run("successfully published", "publish %s/pact.json --consumer-app-version 1 --branch main --tag dev");
        run("republished", "publish %s/pact.json --consumer-app-version 1 --branch main --merge");
        run(shop, "list-latest-pact-versions");
        run(shop, "get-pacts --provider STORE");
        run(shop, "get-pacts --provider STORE --branch main");
        run(shop, "get-pacts --provider STORE --latest");
        run(shop, "get-pacts --provider STORE --branch main --latest");
        run(shop, "get-pacts --provider STORE --consumer SHOP --branch main");
        run("there is tea", "provider-states list --provider STORE");
        run("there is tea", "provider-states list --provider STORE --branch main");
    }

    private void pacticipantsAndVersions() {
        run("", "create-or-update-pacticipant --name SHOP --main-branch main --display-name Shopping");
        run("", "create-or-update-pacticipant --name STORE --main-branch main");
        run(store, "list-pacticipants");
        run("Shopping", "describe-pacticipant --name SHOP");
        run("", "create-or-update-version --pacticipant STORE --version 7 --branch main --tag dev");
        fails("404", "create-or-update-version --pacticipant STORE --version 7 --branch feat/x");
        run("", "create-version-tag --pacticipant STORE --version 7 --tag prod");
        run("7", "describe-version --pacticipant STORE --version 7");
        run("7", "describe-version --pacticipant STORE");
        run("7", "describe-version --pacticipant STORE --latest prod");
        run("", "delete-version-tag --pacticipant STORE --version 7 --tag prod");
        registry.verify(shop, "1", store, "7", true);
        run("Computer says yes", "can-i-merge --pacticipant SHOP --version 1");
        run("Computer says yes", "can-i-deploy --pacticipant SHOP --version 1 --to dev");
        run("Computer says yes", "can-i-deploy --pacticipant SHOP --branch main --pacticipant STORE --version 7");
    }

    private void environments() {
        run("", "create-environment --name ENV --display-name Test --production");
        var uuid = uuidOfEnvironment();
        run(environment, "list-environments");
        run(registry.newEnvironment().name(), "list-environments");
        run("Test", "describe-environment --uuid " + uuid);
        run("", "update-environment --uuid " + uuid + " --name ENV --display-name Trial");
        run("", "record-deployment --pacticipant STORE --version 7 --environment ENV --application-instance blue");
        run("7", "describe-version --pacticipant STORE --environment ENV --deployed");
        run("there is tea", "provider-states list --provider STORE --branch main");
        run("Computer says yes", "can-i-deploy --pacticipant SHOP --version 1 --to-environment ENV");
        run("", "record-undeployment --pacticipant STORE --environment ENV --application-instance blue");
        run("", "record-release --pacticipant STORE --version 7 --environment ENV");
        run("7", "describe-version --pacticipant STORE --environment ENV --released");
        run("", "record-support-ended --pacticipant STORE --version 7 --environment ENV");
        run("", "delete-environment --uuid " + uuid);
    }

    private void webhooks() {
        var uuid = UUID.randomUUID().toString();
        run(
                "",
                "create-webhook %s --request POST --consumer SHOP --provider STORE --contract-published"
                        .formatted(receiver.url()));
        run(
                "",
                "create-or-update-webhook %s --request POST --uuid %s --provider STORE --contract-published"
                        .formatted(receiver.url(), uuid));
        run("", "test-webhook --uuid " + uuid);
        assertThat(receiver.received()).hasSize(1);
        run("", "delete-webhook --uuid " + uuid);
        run("-", "generate-uuid");
    }

    private void deleting() {
        run("", "create-or-update-version --pacticipant SHOP --version 2 --branch side");
        run("", "delete-branch --pacticipant SHOP --branch side");
    }

    private void run(String expected, String command) {
        run(0, expected, command);
    }

    private void fails(String expected, String command) {
        run(FAILED, expected, command);
    }

    /** Names stand for those of this test; %s is its directory. */
    private void run(int exit, String expected, String command) {
        var words = command.replace("%s", files.toString())
                .replace("SHOP", shop)
                .replace("STORE", store)
                .replace("ENV", environment);
        var ran = cli.broker(words.split(" "));
        if (ran.exit() != exit || !ran.output().contains(expected)) {
            failed.add("%s -> %d, expected '%s':%n%s".formatted(command, ran.exit(), expected, ran.output()));
        }
    }

    private String uuidOfEnvironment() {
        return registry.get("environments").json().at("/_embedded/environments").values().stream()
                .filter(each -> each.get("name").asString().equals(environment))
                .map(each -> each.get("uuid").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String withState(String pact) {
        return pact.replace("\"description\":\"tea\"", "\"description\":\"tea\",\"providerState\":\"there is tea\"");
    }
}
