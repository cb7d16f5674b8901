package dev.covenant.audit.books;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the provider. Only GET: it cannot change anything there. */
final class ProviderCall implements AutoCloseable {
    private static final String BOOK = "the provider's books";
    /** For one answer, its whole body included. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String address;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    ProviderCall(URI address, String key) {
        this.address = address.toString().replaceFirst("/$", "");
        this.key = key;
    }

    /** Empty when there is no such thing. */
    <T> Optional<T> get(String path, Class<T> type) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + key)
                .build();
        var answer = send(request);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(read(answer.body(), type));
            case 404 -> Optional.empty();
            default -> throw unreadable("%s answered %d".formatted(address, answer.statusCode()));
        };
    }

    UnreadableBookException unreadable(String reason) {
        return new UnreadableBookException(BOOK, reason);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.sendAsync(request, BodyHandlers.ofString()).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unreadable("no answer from %s (%s)".formatted(address, e.getCause()));
        } catch (TimeoutException e) {
            throw unreadable("no answer from %s within %d s".formatted(address, LIMIT.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreadable("interrupted");
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return JsonMapper.shared().readValue(body, type);
        } catch (JacksonException e) {
            throw unreadable("%s answered something else than charges".formatted(address));
        }
    }
}
