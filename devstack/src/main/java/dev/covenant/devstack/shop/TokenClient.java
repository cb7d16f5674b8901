package dev.covenant.devstack.shop;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.issuer.IssuerAddress;

/** Gets people's tokens from the local issuer. */
public record TokenClient(IssuerAddress issuer, HttpClient http) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /**
     * A token for one service.
     *
     * @param role customer, merchandiser or finance
     * @throws DevstackException when the issuer gives none
     */
    public String token(String subject, String role, String audience) {
        var form = "grant_type=password&password=any&client_secret=any&username=%s&client_id=%s&scope=%s"
                .formatted(encoded(subject), encoded(role), encoded(audience));
        var request = HttpRequest.newBuilder(issuer.tokenEndpoint())
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString();
        } catch (IOException | JacksonException e) {
            throw new DevstackException(
                    "The issuer at %s gives no token. See ./covenant logs issuer".formatted(issuer.issuer()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
