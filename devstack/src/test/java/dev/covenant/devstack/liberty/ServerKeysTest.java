package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ServerKeysTest {
    private static final String LTPA = """
            #%s
            com.ibm.websphere.ltpa.3DESKey=a
            com.ibm.websphere.ltpa.PrivateKey=b
            com.ibm.websphere.ltpa.PublicKey=c
            """;

    @TempDir
    private Path directory;

    private ServerKeys keys;

    @BeforeEach
    void setPasswords() throws IOException {
        passwords("first");
        keys = new ServerKeys(directory.resolve("kept"), directory.resolve("server.env"));
    }

    @Test
    void areThoseOfTheFirstServerThatStarted() throws IOException {
        keys.giveTo(directory.resolve("first"));
        assertThat(directory.resolve("first")).doesNotExist();
        keys.keep(made("first"));
        keys.keep(made("second"));
        keys.giveTo(directory.resolve("run/third"));
        assertThat(directory.resolve("run/third/key.p12")).hasContent("first key.p12");
        assertThat(directory.resolve("run/third/ltpa.keys")).content().startsWith("#first\n");
    }

    @Test
    void areNotGivenToAServerWithOtherPasswords() throws IOException {
        keys.keep(made("first"));
        passwords("second");
        keys.giveTo(directory.resolve("second"));
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    void areNotKeptWhenTheServerHasItsKeyStoreElsewhere() throws IOException {
        var security = made("first");
        Files.delete(security.resolve("key.p12"));
        keys.keep(security);
        assertThat(directory.resolve("kept")).doesNotExist();
    }

    @Test
    void areNotKeptWhileTheServerStillWritesThem() throws IOException {
        var security = made("first");
        Files.writeString(security.resolve("ltpa.keys"), "#first\ncom.ibm.websphere.ltpa.3DESKey=a\n");
        keys.keep(security);
        assertThat(directory.resolve("kept")).doesNotExist();
    }

    /** A server that is ready is none the worse for it. */
    @Test
    void needNotBeKept() throws IOException {
        Files.writeString(directory.resolve("kept"), "in the way");
        keys.keep(made("first"));
        Files.delete(directory.resolve("server.env"));
        keys.keep(made("second"));
        assertThat(directory.resolve("kept")).hasContent("in the way");
    }

    private void passwords(String passwords) throws IOException {
        Files.writeString(directory.resolve("server.env"), passwords);
    }

    private Path made(String server) throws IOException {
        var security = Files.createDirectories(directory.resolve(server));
        Files.writeString(security.resolve("key.p12"), server + " key.p12");
        Files.writeString(security.resolve("ltpa.keys"), LTPA.formatted(server));
        return security;
    }
}
