package dev.covenant.orders.api.v1;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.covenant.orders.page.Known;

/** How far a part of the page can be believed: as far as the worst of what it shows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = "state")
public record PartState(
        @Schema(
                enumeration = {"live", "stale", "unavailable"},
                description = "`live`: as of now; `stale`: its neighbour does not answer in time, this is what it said "
                        + "last; `unavailable`: likewise, and of something in it nothing recent enough is known")
        String state,

        @Schema(examples = "12", description = "Of the oldest that is shown; absent when all of it is as of now")
        Long ageSeconds) {

    static PartState of(Collection<? extends Known<?>> shown) {
        var age = shown.stream()
                .filter(Known.Stale.class::isInstance)
                .map(known -> ((Known.Stale<?>) known).age())
                .max(Comparator.naturalOrder())
                .map(Duration::toSeconds)
                .orElse(null);
        if (shown.stream().anyMatch(Known.Unavailable.class::isInstance)) {
            return new PartState("unavailable", age);
        }
        return new PartState(age == null ? "live" : "stale", age);
    }
}
