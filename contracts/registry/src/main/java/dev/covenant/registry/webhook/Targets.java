package dev.covenant.registry.webhook;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where webhooks may send to. From {@code registry.webhooks.targets}: {@code scheme://host} with the scheme's usual port, {@code
 * scheme://host:port}, or {@code scheme://host:*} for any port. What is not named is refused: a server inside a network reaches much
 * that those who may write a webhook shall not reach.
 */
@ApplicationScoped
public class Targets {
    private final List<Target> allowed;

    @Inject
    public Targets(@ConfigProperty(name = "registry.webhooks.targets") Optional<String> entries) {
        this.allowed = entries.map(Targets::parse).orElse(List.of());
    }

    public boolean areAny() {
        return !allowed.isEmpty();
    }

    /** The rule that an address breaks, its parameters filled in; empty when it breaks none. */
    public Optional<String> brokenRule(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.of("must be an address such as https://host/path, without credentials");
            }
            return allowed.stream().anyMatch(target -> target.allows(uri))
                    ? Optional.empty()
                    : Optional.of("must be at one of the places that registry.webhooks.targets allows");
        } catch (IllegalArgumentException e) {
            return Optional.of("must be an address such as https://host/path, without credentials");
        }
    }

    private static List<Target> parse(String entries) {
        return Arrays.stream(entries.strip().split("\\s+"))
                .filter(entry -> !entry.isEmpty())
                .map(Target::of)
                .toList();
    }

    /** @param port any when it is null */
    private record Target(String scheme, String host, Integer port) {
        private static final String ANY_PORT = ":*";

        static Target of(String entry) {
            var anyPort = entry.endsWith(ANY_PORT);
            var uri = URI.create(anyPort ? entry.substring(0, entry.length() - ANY_PORT.length()) : entry);
            if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
                throw new IllegalStateException(
                        "registry.webhooks.targets: each entry must be scheme://host, scheme://host:port or scheme://host:*, "
                                + "scheme http or https");
            }
            return new Target(uri.getScheme(), lower(uri.getHost()), anyPort ? null : portOf(uri));
        }

        boolean allows(URI uri) {
            return scheme.equals(uri.getScheme())
                    && host.equals(lower(uri.getHost()))
                    && (port == null || port == portOf(uri));
        }

        private static int portOf(URI uri) {
            if (uri.getPort() >= 0) {
                return uri.getPort();
            }
            return uri.getScheme().equals("https") ? 443 : 80;
        }

        private static String lower(String host) {
            return host.toLowerCase(Locale.ROOT);
        }
    }
}
