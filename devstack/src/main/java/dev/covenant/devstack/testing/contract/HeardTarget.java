package dev.covenant.devstack.testing.contract;

import java.net.URI;
import java.util.Optional;

import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;

/** The server under test, and what it answered last. */
final class HeardTarget extends HttpTestTarget {
    private ProviderResponse answer;

    HeardTarget(URI server) {
        super(server.getHost(), server.getPort());
    }

    /** Empty while it has not answered. */
    Optional<ProviderResponse> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    public ProviderResponse executeInteraction(Object client, Object request) {
        answer = super.executeInteraction(client, request);
        return answer;
    }
}
