package dev.covenant.registry.api;

import java.net.URI;

import jakarta.ws.rs.core.Response;

import dev.covenant.registry.hal.Hal;

/** Answers that are HAL documents. */
final class Answers {
    private Answers() {}

    static Response ok(Hal document) {
        return answer(200, document);
    }

    /** With where it is from now on. */
    static Response created(Hal document, String location) {
        return Response.fromResponse(answer(201, document))
                .location(URI.create(location))
                .build();
    }

    /** 201 with where it is, or 200 when it was there before. */
    static Response put(boolean created, Hal document, String location) {
        return created ? created(document, location) : ok(document);
    }

    static Response noContent() {
        return Response.noContent().build();
    }

    private static Response answer(int status, Hal document) {
        return Response.status(status).type(Hal.TYPE).entity(document.json()).build();
    }
}
