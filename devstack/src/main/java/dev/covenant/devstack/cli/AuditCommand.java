package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import dev.covenant.audit.Books;
import dev.covenant.audit.cli.AuditVerb;
import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.stack.StackBooks;

/** {@code covenant audit}. */
@Command(
        name = "audit",
        description = {
            "Reads the books of all services and of the payment provider, and says where they break a promise or disagree.",
            "%nEach violation comes with its ids and the whole history of its order. Nothing is changed, and it may run at any time:"
                    + " what is under way is no violation.",
            "%nThe books are those of the stack that runs on this machine, or of anything else that the environment names.%n"
        },
        footerHeading = "%nBooks elsewhere:%n",
        footer = {
            "  AUDIT_ORDERS_URL        jdbc:postgresql://host:5432/orders",
            "  AUDIT_ORDERS_USER       default: orders_audit",
            "  AUDIT_ORDERS_PASSWORD",
            "  AUDIT_INVENTORY_URL ..., AUDIT_PAYMENTS_URL ...   likewise",
            "  PROVIDER_URL, PROVIDER_KEY"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong",
            "1:there are violations",
            "2:wrong usage",
            "3:nothing wrong was found, but not everything could be read; the report says what"
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private AuditVerb audit;

    @Override
    public Integer call() {
        try {
            return audit.run(AuditCommand::local);
        } catch (DevstackException notRunning) {
            spec.commandLine().getErr().println(notRunning.getMessage());
            return AuditVerb.UNREAD;
        }
    }

    private static Books local() {
        var local = Local.find();
        return new StackBooks(local.directory(), local.portsOfRunning()).asAuditor();
    }
}
