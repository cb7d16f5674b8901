package dev.covenant.chassis.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Reports what does not fit under its field. Public because the validation runtime makes it. */
public class FieldsFitValidator implements ConstraintValidator<FieldsFit, CrossChecked> {
    @Override
    public boolean isValid(CrossChecked request, ConstraintValidatorContext context) {
        var misfit = request == null ? null : request.misfit().orElse(null);
        if (misfit == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(misfit.rule())
                .addPropertyNode(misfit.field())
                .addConstraintViolation();
        return false;
    }
}
