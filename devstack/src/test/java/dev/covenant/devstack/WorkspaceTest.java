package dev.covenant.devstack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkspaceTest {

    @Test
    void isFoundFromAnyDirectoryInsideAndKnowsItsLiberty() {
        var workspace = Workspace.find();

        assertThat(workspace.root().resolve("pom.xml")).exists();
        assertThat(workspace.libertyInstall().getFileName().toString()).matches("liberty-\\d+\\.\\d+\\.\\d+\\.\\d+");
    }
}
