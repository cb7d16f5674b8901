package dev.covenant.registry.webhook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of a request nobody is shown: passwords, and headers with a word of {@code registry.webhooks.secret-headers} in their name. */
@ApplicationScoped
public class Secrets {
    /** What stands in their place; sent back, it means that the secret stays as it is. */
    public static final String STARS = "**********";

    /** A shorter one would hide words that are none. */
    private static final int SHORTEST = 4;

    private final List<String> words;

    @Inject
    public Secrets(@ConfigProperty(name = "registry.webhooks.secret-headers") Optional<String> words) {
        this.words = Stream.of(words.orElse("").split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** As it may be shown. */
    public WebhookRequest hidden(WebhookRequest request) {
        var headers = new LinkedHashMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name, isSecret(name) ? STARS : value));
        return new WebhookRequest(
                request.method(),
                request.url(),
                headers,
                request.body(),
                request.username(),
                request.password() == null ? null : STARS);
    }

    /** A new request with the secrets of the one before where it shows stars. */
    public static WebhookRequest restored(WebhookRequest given, WebhookRequest before) {
        var earlier = new LinkedHashMap<String, String>();
        before.headers().forEach((name, value) -> earlier.put(name.toLowerCase(Locale.ROOT), value));
        var headers = new LinkedHashMap<String, String>();
        given.headers()
                .forEach((name, value) -> headers.put(
                        name,
                        value.equals(STARS) ? earlier.getOrDefault(name.toLowerCase(Locale.ROOT), value) : value));
        var password = STARS.equals(given.password()) ? before.password() : given.password();
        return new WebhookRequest(given.method(), given.url(), headers, given.body(), given.username(), password);
    }

    /** Whether secrets of an earlier request are wanted in it. */
    public static boolean areLeftOut(WebhookRequest given) {
        return STARS.equals(given.password()) || given.headers().containsValue(STARS);
    }

    /**
     * A text that came back, without the secrets that a talkative receiver may have put into it.
     *
     * @param values with which the request was sent
     */
    String hideIn(String text, WebhookRequest request, Map<String, String> values) {
        var hidden = text;
        for (var secret : of(request, values)) {
            hidden = hidden.replace(secret, STARS);
        }
        return hidden;
    }

    /** As they were sent, and what of them stands in the template. The longest first: what is left of one must not be readable. */
    private List<String> of(WebhookRequest request, Map<String, String> values) {
        var headers = Stream.of(request.filled(values), request)
                .flatMap(each -> each.headers().entrySet().stream())
                .filter(header -> isSecret(header.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(value -> Stream.concat(Stream.of(value), Template.literals(value).stream()))
                // "Bearer abc" is said by abc alone.
                .flatMap(value -> Stream.concat(Stream.of(value), Stream.of(value.split(" "))));
        var basic = request.password() == null
                ? Stream.<String>empty()
                : Stream.of(request.password(), BasicCredentials.of(request));
        return Stream.concat(headers, basic)
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private boolean isSecret(String header) {
        var name = header.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains);
    }
}
