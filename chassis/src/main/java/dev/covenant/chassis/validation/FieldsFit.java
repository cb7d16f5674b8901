package dev.covenant.chassis.validation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** The constraint of everything {@link CrossChecked}. */
@Constraint(validatedBy = FieldsFitValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldsFit {
    String message() default "has fields that do not fit each other";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
