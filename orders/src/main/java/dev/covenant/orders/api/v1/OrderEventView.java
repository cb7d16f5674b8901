package dev.covenant.orders.api.v1;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.chassis.json.Json;
import dev.covenant.orders.order.EventLog;

/** The data of a server-sent event: when it happened and what belongs to it. The event's own fields say its number and type. */
public record OrderEventView(
        @Schema(examples = "2026-01-31T12:00:00Z") Instant at,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue String detail) {
    static String of(EventLog.Recorded event) {
        return Json.strict().writeValueAsString(new OrderEventView(event.recordedAt(), event.payload()));
    }
}
