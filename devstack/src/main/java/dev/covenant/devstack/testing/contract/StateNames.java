package dev.covenant.devstack.testing.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;

/** The names of states that a provider can be put into. */
public final class StateNames {
    private StateNames() {}

    /** @param states the provider's own; those that every provider has come with them */
    public static List<String> of(Class<?> states) {
        return Stream.of(states, TokenState.class)
                .map(Class::getMethods)
                .flatMap(Arrays::stream)
                .flatMap(StateNames::of)
                .toList();
    }

    private static Stream<String> of(Method method) {
        var state = method.getAnnotation(State.class);
        return state == null || state.action() != StateChangeAction.SETUP ? Stream.empty() : Stream.of(state.value());
    }
}
