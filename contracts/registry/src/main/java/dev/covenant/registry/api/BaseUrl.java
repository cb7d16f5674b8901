package dev.covenant.registry.api;

import jakarta.enterprise.context.RequestScoped;

import dev.covenant.registry.hal.ClientAddress;
import dev.covenant.registry.hal.Urls;

/** The address by which the client of this request came. */
@RequestScoped
public class BaseUrl implements ClientAddress {
    private Urls urls;

    void is(String base) {
        urls = new Urls(base);
    }

    @Override
    public Urls urls() {
        return urls;
    }
}
