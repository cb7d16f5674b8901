package dev.covenant.audit.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.covenant.audit.Audit;
import dev.covenant.audit.AuditOptions;
import dev.covenant.audit.Books;
import dev.covenant.audit.Progress;
import dev.covenant.audit.Report;

/** The options of the audit and what they do, to be mixed into a command. */
public final class AuditVerb {
    /** Nothing is wrong. */
    public static final int CLEAN = 0;

    /** Something is wrong. */
    public static final int VIOLATIONS = 1;

    /** Nothing wrong was found, but not everything could be read. */
    public static final int UNREAD = 3;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--since",
            paramLabel = "<time>",
            converter = TimeAgo.class,
            description = "Only what was placed or changed since: 90s, 30m, 2h, 7d, or a time such as"
                    + " 2026-01-31T12:00:00Z. Default: everything.")
    private Instant since;

    @Option(
            names = "--settled",
            description = "Nothing may be under way: a checkout that runs, or a question that the provider has not"
                    + " answered, is a violation.")
    private boolean settled;

    @Option(
            names = "--most",
            paramLabel = "<n>",
            defaultValue = "20",
            description = "So many violations are shown in full; all are counted. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    @Option(
            names = "--page",
            paramLabel = "<n>",
            defaultValue = "1000",
            description = "So many orders, reservations or payments are read at once. Default: ${DEFAULT-VALUE}.")
    private int page;

    @Option(
            names = "--client",
            paramLabel = "<id>",
            defaultValue = "orders",
            description = "As whom orders calls its neighbours (its CLIENT_ID). Default: ${DEFAULT-VALUE}.")
    private String client;

    /**
     * Audits, writes the report to the command's output, and answers its exit code.
     *
     * @param otherwise the books when the environment names none
     */
    public int run(Supplier<Books> otherwise) {
        var report = report(options(), books(otherwise));
        var out = command.commandLine().getOut();
        out.print(json ? ReportJson.of(report) + "\n" : report.toString());
        out.flush();
        return report.isClean() ? CLEAN : report.count() > 0 ? VIOLATIONS : UNREAD;
    }

    private Report report(AuditOptions options, Books books) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return Audit.of(books).run(options, Progress.silent());
        }
        try (var progress = new TerminalProgress(command.commandLine().getErr())) {
            return Audit.of(books).run(options, progress);
        }
    }

    private AuditOptions options() {
        try {
            return new AuditOptions(Optional.ofNullable(since), settled, most, page, client);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e);
        }
    }

    private Books books(Supplier<Books> otherwise) {
        try {
            return new BooksFromEnvironment(System.getenv()).read().orElseGet(otherwise);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(e);
        }
    }

    private ParameterException wrongUsage(IllegalArgumentException e) {
        return new ParameterException(command.commandLine(), e.getMessage(), e);
    }
}
