package dev.covenant.devstack.testing;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.process.Lifetime;
import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;
import dev.covenant.devstack.stack.Stack;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackPlan;

/** Starts the stack once in this JVM and hands it to tests. */
final class RealStackExtension implements BeforeAllCallback, ParameterResolver {
    /**
     * What tests would wait for otherwise. Each stays longer than the calls that it must outlast, so that nothing happens
     * that could not happen in production. A customer's wait is longer than usual: what becomes of an order must not hang
     * on how fast this machine is. It stays shorter than the 30 s after which the tests' clients give up.
     */
    private static final Map<Part, Map<String, String>> FOR_TESTS = Map.of(
            Part.ORDERS,
                    Map.of(
                            "ORDERS_SAGA_LEASE_SECONDS", "5",
                            "ORDERS_SAGA_BACKOFF_CAP_MS", "2000",
                            "ORDERS_RESPONSE_DEADLINE_MS", "20000",
                            "COVENANT_ADMISSION_LEAST", "64"),
            Part.PAYMENTS,
                    Map.of(
                            "SETTLER_ANSWER_LIMIT", "PT3S",
                            "SETTLER_LEASE", "PT5S",
                            "SETTLER_BACKOFF_CAP", "PT2S"));

    @Override
    public void beforeAll(ExtensionContext context) {
        stack(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    private static Stack stack(ExtensionContext context) {
        return StartedOnce.in(context, Stack.class, RealStack.class, RealStackExtension::start);
    }

    private static Stack start() {
        var directory = new StackDirectory(TestRun.directory("stack"));
        var plan = StackPlan.underTest(Workspace.find(), directory, FOR_TESTS);
        return Stack.start(plan, Part.ofOrders(), Set.of(), Progress.silent(), new Lifetime());
    }
}
