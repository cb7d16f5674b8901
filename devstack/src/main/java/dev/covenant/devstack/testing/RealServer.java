package dev.covenant.devstack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jupiter.MicroShedTest;

/**
 * The tests of this class run against the service of their module on a real Liberty server. It is started when the first
 * such class begins and is shared by all of them until the test JVM ends. MicroShed's {@code @RESTClient} fields point to
 * it, and tests and their constructors may ask for a {@link ServerUnderTest} parameter.
 *
 * <p>The test JVM needs the system properties {@code covenant.module.build} (the module's build directory, packaged),
 * {@code covenant.module.run} (where servers may write) and {@code covenant.liberty.install}; the parent pom gives them to failsafe.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
// This order matters: MicroShed reads where the server is when its own extension begins.
@ExtendWith(RealServerExtension.class)
@MicroShedTest
public @interface RealServer {

    /** What the server needs beside PostgreSQL and the token issuer. Each setup gets a server of its own: keep to one. */
    Class<? extends ServerSetup> setup() default NoSetup.class;
}
