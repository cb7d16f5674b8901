package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogReaderTest {

    @Test
    void showsTheEndAndThenWhatIsAdded(@TempDir Path directory) throws Exception {
        var log = Files.writeString(directory.resolve("orders.log"), "one\ntwo\nthree\n");
        var text = new StringWriter();
        var reader = new LogReader(log, "orders | ", new PrintWriter(text));

        reader.last(2);
        Files.writeString(log, "four\n", StandardOpenOption.APPEND);
        reader.more();

        assertThat(text.toString().lines()).containsExactly("orders | two", "orders | three", "orders | four");
    }
}
