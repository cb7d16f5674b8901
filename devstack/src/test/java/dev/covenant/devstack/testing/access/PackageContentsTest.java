package dev.covenant.devstack.testing.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PackageContentsTest {
    @TempDir
    private Path directory;

    @Test
    void variablesAndTheWordsOfTheBuildAreNoSecrets() throws IOException {
        write("server.xml", "<properties password=\"${DB_PASSWORD}\"/>");
        write("tls.xml", "<variable name=\"TLS_KEYSTORE_PASSWORD\" defaultValue=\"${keystore_password}\"/>");
        write("server.env", "keystore_password=Rg5\nltpa_keys_password=a0");
        write("app.properties", "# PROVIDER_KEY=is set from outside\nprovider.answer-limit=PT1S");

        assertThat(PackageContents.secretsBelow(directory)).isEmpty();
    }

    @Test
    void valuesAndKeyFilesAreFound() throws IOException {
        write("server.xml", "<properties password=\"hunter2\"/>");
        write("tls.xml", "<variable name=\"TLS_KEYSTORE_PASSWORD\" defaultValue=\"changeit\"/>");
        write("app.properties", "provider.key=abc");
        write("server.env", "CLIENT_SECRET=abc");
        write("key.p12", "");

        assertThat(PackageContents.secretsBelow(directory)).hasSize(5);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
