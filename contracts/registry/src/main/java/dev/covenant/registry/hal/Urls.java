package dev.covenant.registry.hal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.covenant.registry.pact.Pact;
import dev.covenant.registry.verification.Assignment;
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
        return pair(pact.consumer(), pact.provider()) + "/version/" + segment(pact.version());
    }

    /** Of what it says, whichever version says it. */
    public String content(Pact pact) {
        return pair(pact.consumer(), pact.provider()) + "/pact-version/" + pact.sha();
    }

    /** Of what it says, as it is handed to a provider to verify. */
    public String content(Pact pact, Assignment assignment) {
        return assignment.equals(Assignment.NONE) ? content(pact) : content(pact) + "/metadata/" + assignment.token();
    }

    public String verification(Pact pact, Verification verification) {
        return content(pact) + "/verification-results/" + verification.id();
    }

    /** A name as one segment of a path, or a value in a query. */
    public static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
