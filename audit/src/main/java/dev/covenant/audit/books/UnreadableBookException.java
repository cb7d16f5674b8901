package dev.covenant.audit.books;

/** A book cannot be read, or not to its end. The message names the book and is for operators. */
public final class UnreadableBookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableBookException(String book, Throwable cause) {
        super("%s: %s".formatted(book, reason(cause)), cause);
    }

    public UnreadableBookException(String book, String reason) {
        super("%s: %s".formatted(book, reason));
    }

    private static String reason(Throwable cause) {
        var innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
    }
}
