package dev.covenant.registry.api.page;

import java.util.List;

/**
 * Which page of a list is shown.
 *
 * @param number from 1
 * @param size of a page, in entries
 * @param more whether another page follows
 */
public record Paging(int number, int size, boolean more) {
    private static final int LAST = 100_000;

    /** What a query says; the first page when it says nothing that is a page. */
    static Paging read(String number, int size) {
        var isPage = number != null && number.matches("[1-9][0-9]{0,5}");
        return new Paging(isPage ? Math.min(Integer.parseInt(number), LAST) : 1, size, false);
    }

    long offset() {
        return (number - 1L) * size;
    }

    /** One more than is shown tells whether there are more. */
    int limit() {
        return size + 1;
    }

    /** The entries to show of those found by offset and limit, and whether there are more. */
    <T> Shown<T> cut(List<T> found) {
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Shown<>(shown, new Paging(number, size, found.size() > size));
    }

    /** The same of all there are. */
    <T> Shown<T> of(List<T> all) {
        var from = (int) Math.min(offset(), all.size());
        return cut(all.subList(from, Math.min(from + limit(), all.size())));
    }

    public boolean isOnly() {
        return number == 1 && !more;
    }

    record Shown<T>(List<T> entries, Paging paging) {}
}
