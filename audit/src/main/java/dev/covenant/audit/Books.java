package dev.covenant.audit;

import java.net.URI;
import javax.sql.DataSource;

/**
 * Where the books are. Roles that may only read will do.
 *
 * @param provider address of the payment provider
 * @param providerKey its API key
 */
public record Books(DataSource orders, DataSource inventory, DataSource payments, URI provider, String providerKey) {
    @Override
    public String toString() {
        return "Books[provider %s]".formatted(provider);
    }
}
