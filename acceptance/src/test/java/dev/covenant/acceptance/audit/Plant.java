package dev.covenant.acceptance.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.covenant.devstack.stack.Part;

/**
 * Something wrong, written into books that are right otherwise.
 *
 * @param what a sentence
 * @param number the order that it is done to
 * @param checks all that must find it: more than one only where one thing being wrong makes another one wrong
 */
record Plant(String what, long number, Set<String> checks, List<Deed> deeds) {
    /** One change of one book. */
    record Deed(Part book, String sql) {}

    static Plant plant(String what, long number, String... checks) {
        return new Plant(what, number, new TreeSet<>(Set.of(checks)), List.of());
    }

    Plant orders(String sql) {
        return with(Part.ORDERS, sql);
    }

    Plant inventory(String sql) {
        return with(Part.INVENTORY, sql);
    }

    Plant payments(String sql) {
        return with(Part.PAYMENTS, sql);
    }

    Plant provider(String sql) {
        return with(Part.PROVIDER, sql);
    }

    void into(GeneratedBooks books) {
        deeds.forEach(deed -> books.plant(deed.book(), number, deed.sql()));
    }

    private Plant with(Part book, String sql) {
        var more = new ArrayList<>(deeds);
        more.add(new Deed(book, sql));
        return new Plant(what, number, checks, more);
    }

    @Override
    public String toString() {
        return what;
    }
}
