package dev.covenant.devstack.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class run against all of Covenant that orders need: three services, provider, issuer and a throw-away PostgreSQL on free
 * ports, from what the last build packaged. They are started when the first such class begins and are shared by all of them
 * until the test JVM ends. Tests and their constructors may ask for a {@link dev.covenant.devstack.stack.Stack} parameter.
 *
 * <p>All links between the parts go through proxies, for faults on purpose. Whoever makes faults clears them, kills or pauses a
 * part starts it again, since others come after.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RealStackExtension.class)
public @interface RealStack {}
