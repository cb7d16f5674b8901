package dev.covenant.orders.api.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A currency that is sold in. */
@NotNull
@Pattern(regexp = "^(EUR|USD|GBP|CHF)$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Currency {
    String message() default "must be one of EUR, USD, GBP, CHF";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
