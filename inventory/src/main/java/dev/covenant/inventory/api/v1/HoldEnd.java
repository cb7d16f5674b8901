package dev.covenant.inventory.api.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import dev.covenant.inventory.reservation.Memory;

/** When a hold may be given up: at most 24 hours ahead. Past is fine, for a request sent again, as long as its id is surely remembered. */
@Constraint(validatedBy = HoldEnd.Limits.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HoldEnd {
    String message() default
            "must be at most 24 hours ahead, and not so long ago that its reservation may be forgotten";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Public because the validation runtime makes it. */
    class Limits implements ConstraintValidator<HoldEnd, Instant> {
        private final Memory memory;

        @Inject
        public Limits(Memory memory) {
            this.memory = memory;
        }

        @Override
        public boolean isValid(Instant end, ConstraintValidatorContext context) {
            var now = context.getClockProvider().getClock().instant();
            return end == null || !end.isAfter(now.plus(Memory.LONGEST_HOLD)) && memory.reachesBackTo(end, now);
        }
    }
}
