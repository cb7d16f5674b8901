package dev.covenant.registry.hal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.covenant.registry.assignment.Assignment;
import dev.covenant.registry.environment.Environment;
import dev.covenant.registry.environment.Presence;
import dev.covenant.registry.environment.Presence.Kind;
import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.verification.Verification;
import dev.covenant.registry.version.Version;

/**
 * Where everything is, in full.
 *
 * @param base the address by which the client came, without a slash at the end
 */
public record Urls(String base) {

    /** A path below the address, taken as it is. */
    public String at(String path) {
        return base + path;
    }

    /** A path in which each {@code %s} is a name. */
    public String at(String path, Object... names) {
        var segments = new Object[names.length];
        for (int index = 0; index < names.length; index++) {
            segments[index] = segment(names[index].toString());
        }
        return base + path.formatted(segments);
    }

    public String pacticipant(String name) {
        return at("/pacticipants/%s", name);
    }

    public String version(String pacticipant, String number) {
        return at("/pacticipants/%s/versions/%s", pacticipant, number);
    }

    public String version(Version version) {
        return version(version.pacticipant(), version.number());
    }

    public String tag(Version version, String tag) {
        return version(version) + at("/tags/%s", tag).substring(base.length());
    }

    public String branch(String pacticipant, String branch) {
        return at("/pacticipants/%s/branches/%s", pacticipant, branch);
    }

    public String branchVersion(String pacticipant, String branch, String number) {
        return at("/pacticipants/%s/branches/%s/versions/%s", pacticipant, branch, number);
    }

    public String label(String pacticipant, String label) {
        return at("/pacticipants/%s/labels/%s", pacticipant, label);
    }

    /** All contracts of the pair are below it. */
    public String pair(String consumer, String provider) {
        return at("/pacts/provider/%s/consumer/%s", provider, consumer);
    }

    public String pact(Pact pact) {
        return pact(pact.consumer(), pact.version(), pact.provider());
    }

    public String pact(String consumer, String version, String provider) {
        return pair(consumer, provider) + "/version/" + segment(version);
    }

    /** Of what it says, whichever version says it. */
    public String content(Pact pact) {
        return content(pact.consumer(), pact.provider(), pact.sha());
    }

    private String content(String consumer, String provider, String sha) {
        return pair(consumer, provider) + "/pact-version/" + sha;
    }

    /** Of what it says, as it is handed to a provider to verify. */
    public String content(Pact pact, Assignment assignment) {
        return assignment.equals(Assignment.NONE) ? content(pact) : content(pact) + "/metadata/" + assignment.token();
    }

    public String verification(Pact pact, Verification verification) {
        return verification(pact.consumer(), pact.provider(), pact.sha(), verification.id());
    }

    public String verification(String consumer, String provider, String sha, long number) {
        return content(consumer, provider, sha) + "/verification-results/" + number;
    }

    public String environment(Environment environment) {
        return at("/environments/" + environment.uuid());
    }

    public String presence(Presence presence) {
        return at(path(presence.kind()) + presence.uuid());
    }

    /** Where it is recorded that the version is in the environment. */
    public String inEnvironment(Version version, Kind kind, Environment environment) {
        return version(version) + path(kind) + "environment/" + environment.uuid();
    }

    private static String path(Kind kind) {
        return switch (kind) {
            case DEPLOYED -> "/deployed-versions/";
            case RELEASED -> "/released-versions/";
        };
    }

    /** A name as one segment of a path, or a value in a query. */
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
