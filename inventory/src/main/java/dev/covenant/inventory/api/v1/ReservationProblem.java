package dev.covenant.inventory.api.v1;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The problem that refuses a reservation, as the API's document describes it. */
@Schema(requiredProperties = {"type", "title", "status"})
public record ReservationProblem(
        @Schema(examples = "urn:covenant:problem:insufficient-stock")
        URI type,

        @Schema(examples = "Insufficient stock") String title,
        @Schema(examples = "409") int status,
        @Schema(examples = "MUG-BLUE: 2 wanted, 1 left") String detail,

        @Schema(description = "Only of `insufficient-stock`")
        List<ShortLine> shortages) {}
