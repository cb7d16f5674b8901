package dev.covenant.devstack.cli;

import java.util.concurrent.Callable;

/**
 * A verb of {@code covenant} that another module brings: a picocli command, found by {@link java.util.ServiceLoader}. Its module is
 * named in the {@code covenant} wrapper, which builds it and puts it on the class path.
 *
 * <p>It returns the exit code, which its help explains: 0 when it is done, 2 is wrong usage. A {@link
 * dev.covenant.devstack.DevstackException} ends it with its message alone and 1.
 */
public interface Verb extends Callable<Integer> {}
