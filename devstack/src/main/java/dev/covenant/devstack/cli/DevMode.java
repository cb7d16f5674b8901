package dev.covenant.devstack.cli;
/** placeholder */
final class DevMode {
    DevMode(dev.covenant.devstack.stack.StackPlan plan, java.io.PrintWriter out) {}

    int run(dev.covenant.devstack.stack.Part service, dev.covenant.devstack.process.Lifetime lifetime) {
        return 0;
    }
}
