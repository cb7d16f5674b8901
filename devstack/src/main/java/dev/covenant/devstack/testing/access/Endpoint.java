package dev.covenant.devstack.testing.access;

import java.util.Map;

/**
 * A row of the table.
 *
 * @param path as in the OpenAPI document, with parameters in braces
 * @param cells what each kind of caller gets, by the column's name
 */
record Endpoint(String method, String path, Map<String, String> cells) {
    /** A good value for every parameter: a SKU, or an id that nobody uses. */
    String filledPath() {
        return path.substring(1)
                .replaceAll("\\{sku}", "MUG")
                .replaceAll("\\{\\w+}", "019803e8-5c2b-7f6a-9d41-3b8e2a7c1f05");
    }

    /** Of the server, for whoever reaches it; not of the API. */
    boolean isOpen() {
        return !path.startsWith("/api/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
