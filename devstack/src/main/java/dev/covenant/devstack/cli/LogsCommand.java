package dev.covenant.devstack.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.Part;

/** {@code covenant logs}. */
@Command(name = "logs", description = "Shows what the parts say, of the running or the last stack.")
final class LogsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "<part>",
            description = "orders, inventory, payments, registry, provider, issuer, postgresql. Default: all of them.")
    private List<String> names = List.of();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what they say from now on, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "<count>",
            defaultValue = "40",
            description = "How many of the last lines of each. Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        var directory = Local.find().directory();
        Collection<Part> parts =
                names.isEmpty() ? Part.all() : names.stream().map(Part::named).toList();
        var out = spec.commandLine().getOut();
        var readers = new ArrayList<LogReader>();
        for (var part : parts) {
            var log = directory.log(part);
            if (Files.exists(log)) {
                readers.add(new LogReader(log, parts.size() == 1 ? "" : part.id() + " | ", out));
            }
        }
        if (readers.isEmpty()) {
            throw new DevstackException("No log yet. Start the stack: ./covenant up");
        }
        for (var reader : readers) {
            reader.last(lines);
        }
        while (follow) {
            for (var reader : readers) {
                reader.more();
            }
            Thread.sleep(200);
        }
        return 0;
    }
}
