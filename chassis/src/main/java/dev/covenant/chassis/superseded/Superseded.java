package dev.covenant.chassis.superseded;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * An operation that a later version replaces: its answers say so, and requests for it are counted. See docs/versioning.md, also for the
 * tables that the service needs.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Superseded {
    /** By which name its dates are configured, such as {@code stock-v1}: {@code covenant.superseded.stock-v1.since} and {@code .sunset}. */
    String value();
}
