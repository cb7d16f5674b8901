package dev.covenant.devstack.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LibertyErrorsTest {

    @Test
    void areReadFromTheCodeOnAndOnlyOnce() {
        var errors = LibertyErrors.of("""
                [11/22/26, 19:51:38:137 UTC] 0000002e PluginGenerator I SRVE9103I: A configuration file was generated
                [11/22/26, 19:51:38:710 UTC] 0000002b JaxbUnmarshaller E CWWJP0040E: Incorrect syntax in persistence.xml
                [11/22/26, 19:51:39:710 UTC] 0000002b JaxbUnmarshaller E CWWJP0040E: Incorrect syntax in persistence.xml
                [ERROR   ] CWWKZ0002E: An exception occurred while starting the application orders.
                """);

        assertThat(errors.messages())
                .containsExactly(
                        "CWWJP0040E: Incorrect syntax in persistence.xml",
                        "CWWKZ0002E: An exception occurred while starting the application orders.");
        assertThat(errors.nameTheApplication()).isTrue();
    }

    @Test
    void withoutOneOfTheApplicationManagerThereIsHope() {
        assertThat(LibertyErrors.of("E CWWKO0221E: TCP/IP port 9080 is taken").nameTheApplication())
                .isFalse();
        assertThat(LibertyErrors.in(Path.of("nowhere"), 0).messages()).isEmpty();
    }

    @Test
    void ofAnEarlierRunDoNotCount(@TempDir Path directory) throws IOException {
        var earlier = "E CWWKZ0002E: An exception occurred while starting the application orders.\n";
        var console = Files.writeString(directory.resolve("console.log"), earlier + "E CWWKO0221E: Port taken\n");

        assertThat(LibertyErrors.in(console, earlier.length()).messages()).containsExactly("CWWKO0221E: Port taken");
    }
}
