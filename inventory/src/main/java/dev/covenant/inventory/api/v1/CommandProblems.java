package dev.covenant.inventory.api.v1;

import jakarta.ws.rs.core.Response;

import dev.covenant.chassis.problem.Problem;

/** Problems that every command with a client-chosen id can meet. */
final class CommandProblems {
    private CommandProblems() {}

    static Response differentRequest() {
        return Problem.of(422, "id-reused", "Id used for another request")
                .detail("This id was used with another body. A new command needs a new id.")
                .response();
    }

    /** The answer for an id that does not exist, and for one that is another client's. */
    static Response notFound(String what) {
        return Problem.of(404, what + "-not-found", "No such " + what)
                .detail("There is no such " + what + " of yours.")
                .response();
    }
}
