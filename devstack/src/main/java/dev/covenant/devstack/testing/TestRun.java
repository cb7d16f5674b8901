package dev.covenant.devstack.testing;

import java.nio.file.Path;

/** What the build tells the tests of a module: failsafe does, an IDE has to be told. */
public final class TestRun {
    private TestRun() {}

    /** The module's build directory, packaged. */
    public static Path build() {
        return Path.of(property("covenant.module.build"));
    }

    /** Where Liberty's archive was unpacked. */
    static Path liberty() {
        return Path.of(property("covenant.liberty.install"));
    }

    /**
     * Where servers under test and stacks under test have their files and logs. Test JVMs that run side by side have one each.
     *
     * @param name below it; it need not be there yet
     */
    public static Path directory(String name) {
        return Path.of(property("covenant.module.run"), name).toAbsolutePath();
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is missing: run this test with ./mvnw verify"
                    + " (failsafe), or set it in your IDE's run configuration");
        }
        return value;
    }
}
