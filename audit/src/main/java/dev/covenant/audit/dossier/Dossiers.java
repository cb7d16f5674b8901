package dev.covenant.audit.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import dev.covenant.audit.books.InventoryBooks;
import dev.covenant.audit.books.OrdersBooks;
import dev.covenant.audit.books.Owner;
import dev.covenant.audit.books.PaymentsBooks;
import dev.covenant.audit.books.ProviderBooks;
import dev.covenant.audit.books.StockClaim;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

/** Reads dossiers, many at once: a fixed number of statements for each batch, however large. */
public final class Dossiers {
    private final OrdersBooks orders;
    private final InventoryBooks inventory;
    private final PaymentsBooks payments;
    private final ProviderBooks provider;

    public Dossiers(OrdersBooks orders, InventoryBooks inventory, PaymentsBooks payments, ProviderBooks provider) {
        this.orders = orders;
        this.inventory = inventory;
        this.payments = payments;
        this.provider = provider;
    }

    /**
     * Each book as it was at one moment, but the books one after the other: orders, inventory, payments, the provider, and last who in
     * orders named what is in the others. Two readings that are equal make one moment of them, see {@link SecondLook}.
     *
     * @return nothing for what has left no trace in any book
     */
    public Map<CaseKey, Dossier> read(Collection<CaseKey> keys) {
        var begun = begin(keys);
        var reservationIds = ids(begun, Dossier::reservationId);
        var paymentIds = ids(begun, Dossier::paymentId);
        var claims = inventory.read(reservationIds);
        var paid = payments.read(paymentIds);
        var charged = provider.find(ids(begun, Dossier::chargeId));
        var reserving = orders.owners(reservationIds);
        var paying = orders.owners(paymentIds);
        return begun.stream()
                .map(dossier -> new Dossier(
                        dossier.key(),
                        dossier.order(),
                        dossier.reservationId().map(claims::get).orElseGet(StockClaim::none),
                        dossier.paymentId().map(paid::get),
                        dossier.chargeId().map(charged::get).orElseGet(List::of),
                        owners(dossier.reservationId(), reserving),
                        owners(dossier.paymentId(), paying)))
                .filter(dossier -> !dossier.isEmpty())
                .collect(toMap(Dossier::key, Function.identity()));
    }

    private List<Dossier> begin(Collection<CaseKey> keys) {
        var orderIds = keys.stream()
                .filter(CaseKey.OfOrder.class::isInstance)
                .map(CaseKey.OfOrder.class::cast)
                .map(CaseKey.OfOrder::id)
                .collect(toSet());
        var known = orders.read(orderIds);
        return keys.stream()
                .map(key -> Dossier.begun(
                        key,
                        key instanceof CaseKey.OfOrder(var id) ? Optional.ofNullable(known.get(id)) : Optional.empty()))
                .toList();
    }

    private static <T> Set<T> ids(Collection<Dossier> dossiers, Function<Dossier, Optional<T>> id) {
        return dossiers.stream().map(id).flatMap(Optional::stream).collect(toSet());
    }

    private static Set<UUID> owners(Optional<UUID> commandId, Map<UUID, List<Owner>> known) {
        return commandId.map(known::get).stream()
                .flatMap(List::stream)
                .map(Owner::orderId)
                .collect(toSet());
    }
}
