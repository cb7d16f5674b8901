package dev.covenant.inventory.api.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import dev.covenant.inventory.stock.Warehouses;

/** One of the configured warehouses. */
@Constraint(validatedBy = KnownWarehouse.Configured.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownWarehouse {
    String message() default "must be a warehouse that inventory is configured with";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Public because the validation runtime makes it. */
    class Configured implements ConstraintValidator<KnownWarehouse, String> {
        private final Warehouses warehouses;

        @Inject
        public Configured(Warehouses warehouses) {
            this.warehouses = warehouses;
        }

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || warehouses.include(code);
        }
    }
}
