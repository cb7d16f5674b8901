package dev.covenant.devstack.provider;

/** How the books took a command. */
sealed interface Outcome<T> {

    /** It changed the books. */
    record Booked<T>(T answer) implements Outcome<T> {}

    /** It was in the books already: the first answer again. */
    record Replayed<T>(T answer) implements Outcome<T> {}

    /** The charge's state does not allow it. */
    record Refused<T>(Charge.State state) implements Outcome<T> {}

    /** There is no such charge. */
    record NoSuchCharge<T>() implements Outcome<T> {}

    /** The id is taken by a request with another content. */
    record OtherContent<T>() implements Outcome<T> {}
}
