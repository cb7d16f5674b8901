package dev.covenant.registry.api.page;

import dev.covenant.registry.hal.Urls;

/**
 * Where the pages are. Addresses are paths: a browser stays at the host by which it came, whatever host clients are told.
 *
 * @param root the path below which the registry is, without a slash at the end; empty for none
 */
public record Site(String root) {
    public String home() {
        return root + "/";
    }

    public String stylesheet() {
        return root + "/registry.css";
    }

    public String environments() {
        return root + "/environments";
    }

    public String network() {
        return root + "/network";
    }

    /** The contracts in whose consumer or provider the word is. */
    public String contracts(String word) {
        return home() + "?q=" + Urls.segment(word);
    }

    public String pact(String consumer, String version, String provider) {
        return urls().pact(consumer, version, provider);
    }

    public String latestPact(String consumer, String provider) {
        return urls().pair(consumer, provider) + "/latest";
    }

    /** A content's address has no page: it is JSON in a browser too. */
    public String json(String consumer, String provider, String sha) {
        return urls().at("/pacts/provider/%s/consumer/%s/pact-version/%s", provider, consumer, sha);
    }

    public String matrix(String consumer, String provider) {
        return urls().at("/matrix/provider/%s/consumer/%s", provider, consumer);
    }

    private Urls urls() {
        return new Urls(root);
    }
}
