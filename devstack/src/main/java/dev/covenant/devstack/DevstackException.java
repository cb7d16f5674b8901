package dev.covenant.devstack;

/** A part of the stack could not do its work. The message fits one screen and says what to do next. */
public final class DevstackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DevstackException(String message) {
        super(message);
    }

    public DevstackException(String message, Throwable cause) {
        super(message, cause);
    }
}
