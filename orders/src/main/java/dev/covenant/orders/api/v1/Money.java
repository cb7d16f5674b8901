package dev.covenant.orders.api.v1;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount in minor units of an ISO 4217 currency. */
public record Money(
        @NotNull @Min(1) @Max(100_000_000_000L) @Schema(examples = "1290")
        Long amount,

        @Currency @Schema(examples = "EUR") String currency) {}
