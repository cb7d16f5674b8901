package dev.covenant.registry.hal;

/** By which address the client came whose request is worked on: links in what is sent to others begin with it. */
public interface ClientAddress {
    Urls urls();
}
