package dev.covenant.inventory.api.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** When a hold may be given up: at most 24 hours ahead. Past is fine, for a request sent again, as long as its id is remembered. */
@Constraint(validatedBy = HoldEnd.Limits.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HoldEnd {
    String message() default "must be at most 24 hours ahead and 30 days back";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Public because the validation runtime makes it. */
    class Limits implements ConstraintValidator<HoldEnd, Instant> {
        private static final Duration LONGEST_HOLD = Duration.ofHours(24);
        private static final Duration MEMORY = Duration.ofDays(30);

        @Override
        public boolean isValid(Instant end, ConstraintValidatorContext context) {
            var now = context.getClockProvider().getClock().instant();
            return end == null || !end.isAfter(now.plus(LONGEST_HOLD)) && !end.isBefore(now.minus(MEMORY));
        }
    }
}
