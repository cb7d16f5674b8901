package dev.covenant.chassis.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent this request. Ids and keys belong to the caller that used them first. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;

    @Inject
    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The token's subject: a customer, or the client id of a service. */
    public String subject() {
        return token.getSubject();
    }

    public boolean is(String role) {
        return token.getGroups().contains(role);
    }
}
