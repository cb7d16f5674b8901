package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

import dev.covenant.devstack.DevstackException;

/** The command {@code covenant}. */
@Command(
        name = "covenant",
        description =
                "Runs Covenant on this machine: three services, their PostgreSQL, a token issuer and a simulated payment"
                        + " provider, all on loopback.",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            OrderCommand.class,
            TraceCommand.class,
            AuditCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            DevCommand.class,
            TestCommand.class,
            ContractsCommand.class,
            BenchCommand.class,
            DownCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done, or not all is ready; the message says what to do", "2:wrong usage"})
public final class Covenant {

    private Covenant() {}

    /** Runs one verb and ends this JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var command = new CommandLine(new Covenant());
        ServiceLoader.load(Verb.class).forEach(verb -> add(new CommandLine(verb), command));
        return command.setExecutionExceptionHandler(Covenant::explain).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** It takes the place of one that has its name: it can say more. */
    private static void add(CommandLine verb, CommandLine command) {
        command.getCommandSpec().removeSubcommand(verb.getCommandName());
        command.addSubcommand(verb);
    }

    /** What we foresaw is told in its own words; anything else is a fault of ours and shows where it happened. */
    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        if (fault instanceof DevstackException) {
            command.getErr().println(fault.getMessage());
        } else {
            var trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            command.getErr().println("This should not have happened: " + trace);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
