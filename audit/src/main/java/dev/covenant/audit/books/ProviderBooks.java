package dev.covenant.audit.books;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static java.util.stream.Collectors.partitioningBy;

/** The payment provider's own books. It lists charges in the order of their ids, which for payments' ids is that of their age. */
public final class ProviderBooks implements AutoCloseable {
    private static final int LARGEST_PAGE = 1_000;
    private static final int SMALLEST_PAGE = 10;

    private final ProviderCall provider;

    /** @param address with or without a slash at its end */
    public ProviderBooks(URI address, String key) {
        provider = new ProviderCall(address, key);
    }

    /** The next charges, each id once unless the provider itself lists it twice. @param after empty to begin */
    public ChargePage page(Optional<String> after, int most) {
        var from = after.map(id -> "&after=" + id).orElse("");
        return provider.get("/charges?limit=" + Math.min(most, LARGEST_PAGE) + from, ChargePage.class)
                .orElseThrow(() -> provider.unreadable("it does not list its charges"));
    }

    /** What the provider has under these ids; nothing for an id that it never heard of. */
    public Map<String, List<Charge>> find(Collection<String> ids) {
        var ours =
                ids.stream().collect(partitioningBy(id -> ChargeId.paymentId(id).isPresent()));
        var found = new ArrayList<>(list(ours.get(true)));
        ours.get(false)
                .forEach(id -> provider.get("/charges/" + id, Charge.class).ifPresent(found::add));
        return found.stream().collect(Collectors.groupingBy(Charge::id));
    }

    /**
     * By pages, because the payments of a stretch of orders stand close together in the provider's books. Where they do not, pages get
     * shorter, so that little is read in vain.
     */
    private List<Charge> list(Collection<String> ids) {
        var wanted = new TreeSet<>(ids);
        var found = new ArrayList<Charge>();
        var most = wanted.size();
        while (!wanted.isEmpty()) {
            var page = page(justBefore(wanted.first()), Math.clamp(most, SMALLEST_PAGE, LARGEST_PAGE));
            var hits = page.charges().stream()
                    .filter(charge -> wanted.contains(charge.id()))
                    .toList();
            found.addAll(hits);
            if (page.next() == null) {
                break;
            }
            wanted.headSet(page.next(), true).clear();
            most = 2 * hits.size();
        }
        return found;
    }

    private static Optional<String> justBefore(String id) {
        return ChargeId.paymentId(id)
                .filter(uuid -> !uuid.equals(IdRange.all().from()))
                .map(IdRange::before)
                .map(Object::toString);
    }

    @Override
    public void close() {
        provider.close();
    }
}
