package dev.covenant.devstack.testing.contract;

import au.com.dius.pact.provider.junitsupport.State;

/** The state that every provider has: nobody accepts the token, and so the contract's own is sent as it is. */
public final class TokenState {
    private boolean isRefused;

    TokenState() {}

    /** The names of consumers come first in time: who is deployed may still name them. */
    @State({"the consumer's token is refused", "the token of orders is refused", "the token of payments is refused"})
    public void refused() {
        isRefused = true;
    }

    boolean isRefused() {
        return isRefused;
    }
}
