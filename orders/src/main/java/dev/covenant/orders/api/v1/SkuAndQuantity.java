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

/** So many pieces of a product, such as {@code MUG-BLUE:2}. */
@NotNull
@Pattern(regexp = "^[A-Z0-9][A-Z0-9._-]{0,63}:[1-9][0-9]{0,2}$")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SkuAndQuantity {
    String message() default "must be a SKU, a colon and 1 to 999 pieces, such as MUG-BLUE:2";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
