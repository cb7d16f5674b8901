package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;

import dev.covenant.registry.hal.Urls;

/** The address by which the client of this request came. */
@RequestScoped
public class BaseUrl {
    private Urls urls;

    void is(String base) {
        urls = new Urls(base);
    }

    public Urls urls() {
        return urls;
    }
}
