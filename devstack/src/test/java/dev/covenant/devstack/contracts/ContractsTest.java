package dev.covenant.devstack.contracts;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContractsTest {
    @Test
    void whetherWhatIsNotCommittedMayBeDeployedIsNotAsked(@TempDir Path root) throws IOException {
        new Git(root).read("init", "-q", "-b", "main");
        Files.writeString(root.resolve("changed"), "");
        var workspace = new Workspace(root);
        var nowhere = RegistryAddress.local("http://localhost:1");
        var contracts = new Contracts(workspace, nowhere, new Revisions(workspace, Map.of()), List.of());

        assertThatThrownBy(() ->
                        contracts.canIDeploy(List.of(Part.ORDERS), "production", new PrintWriter(new StringWriter())))
                .hasMessageContaining("Not committed")
                .hasMessageContaining("?? changed");
    }
}
