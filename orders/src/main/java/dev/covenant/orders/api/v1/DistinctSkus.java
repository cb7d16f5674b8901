package dev.covenant.orders.api.v1;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** No SKU stands in two lines. */
@Constraint(validatedBy = DistinctSkus.Check.class)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DistinctSkus {
    String message() default "must name each SKU only once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Missing lines and SKUs are other rules' business. */
    class Check implements ConstraintValidator<DistinctSkus, List<PlaceOrderRequest.Line>> {
        @Override
        public boolean isValid(List<PlaceOrderRequest.Line> lines, ConstraintValidatorContext context) {
            if (lines == null) {
                return true;
            }
            var skus = lines.stream()
                    .filter(Objects::nonNull)
                    .map(PlaceOrderRequest.Line::sku)
                    .filter(Objects::nonNull)
                    .toList();
            return skus.stream().distinct().count() == skus.size();
        }
    }
}
