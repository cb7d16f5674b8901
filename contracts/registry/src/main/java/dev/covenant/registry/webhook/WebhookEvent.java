package dev.covenant.registry.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a webhook may be told of. */
public enum WebhookEvent {
    CONTRACT_PUBLISHED,
    /** It says something that the provider has not been told before. */
    CONTRACT_CONTENT_CHANGED,
    /** Once for each version of the provider that is the head of its main branch, deployed or released, and has no result for it. */
    CONTRACT_REQUIRING_VERIFICATION_PUBLISHED,
    PROVIDER_VERIFICATION_PUBLISHED,
    PROVIDER_VERIFICATION_SUCCEEDED,
    PROVIDER_VERIFICATION_FAILED;

    public static Optional<WebhookEvent> called(String name) {
        return Stream.of(values()).filter(event -> event.title().equals(name)).findFirst();
    }

    boolean tellsResult() {
        return switch (this) {
            case CONTRACT_PUBLISHED, CONTRACT_CONTENT_CHANGED, CONTRACT_REQUIRING_VERIFICATION_PUBLISHED -> false;
            case PROVIDER_VERIFICATION_PUBLISHED, PROVIDER_VERIFICATION_SUCCEEDED, PROVIDER_VERIFICATION_FAILED -> true;
        };
    }

    /** As clients call it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
