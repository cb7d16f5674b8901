package dev.covenant.registry.api.page;

import java.util.List;

/**
 * What a consumer expects, as a reader sees it.
 *
 * @param number its place in the contract, from 1
 * @param kind such as "HTTP"
 * @param pending whether a provider need not keep it yet
 * @param states what has to be so at the provider
 * @param parts what is said, in the order in which it is said
 */
public record Interaction(
        int number, String kind, String description, boolean pending, List<State> states, List<Part> parts) {

    /** @param parameters JSON; null for none */
    public record State(String name, String parameters) {}

    /**
     * One message, or one half of an exchange.
     *
     * @param line its first line; empty for none
     * @param body null when nothing is expected of it
     * @param rules how strictly it is compared, JSON; null for exactly as it is
     */
    public record Part(String title, String line, List<Field> fields, String body, String rules) {}

    /** @param kind such as "header" */
    public record Field(String kind, String name, String value) {}
}
