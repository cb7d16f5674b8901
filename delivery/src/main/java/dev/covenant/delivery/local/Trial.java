package dev.covenant.delivery.local;

import java.net.URI;
import java.util.Optional;

/** A few requests to a new replica that is ready, before anybody else's. */
interface Trial {

    /** @return what it got wrong, in a sentence */
    Optional<String> of(URI address);
}
