package dev.covenant.orders.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Ticker;
import io.opentelemetry.context.Context;
import org.eclipse.microprofile.config.Config;

import dev.covenant.orders.catalogue.SoldProducts;
import dev.covenant.orders.order.Cart;

/**
 * Puts the checkout page together: prices by one query of our own, then stock and payment methods by one call each, side by side. No
 * part waits for another one, and none longer than its own limit, whatever its neighbour does.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/pages", virtual = true, maxAsync = 32)
public class ShowCheckout {
    /** Calls begin here and not on the request's thread: a token for them may have to be waited for. */
    @Resource(lookup = "java:app/concurrent/pages")
    private ManagedExecutorService executor;

    private final SoldProducts products;
    private final PartSettings stockSettings;
    private final PartSettings methodSettings;
    private final LastKnown<String, Long> stock;
    private final LastKnown<String, List<PaymentMethod>> methods;

    @Inject
    ShowCheckout(SoldProducts products, StockLevels levels, PaymentMethods methods, Config config) {
        this.products = products;
        stockSettings = PartSettings.of("stock", config);
        methodSettings = PartSettings.of("payment-methods", config);
        stock = new LastKnown<>(skus -> begin(() -> levels.available(skus)), stockSettings, Ticker.systemTicker());
        this.methods = new LastKnown<>(
                currencies -> begin(() -> only(currencies, methods)), methodSettings, Ticker.systemTicker());
    }

    /** Wrong settings end the start, not the first page. */
    void check(@Observes Startup startup) {}

    /**
     * Completes within the longer of the parts' limits.
     *
     * @param callerWaits how long the caller will wait; a part is waited for until then or its own limit, whichever is sooner
     */
    public CompletableFuture<CheckoutPage> show(List<Cart.Item> items, Function<Duration, Duration> callerWaits) {
        var skus = items.stream().map(Cart.Item::sku).collect(Collectors.toSet());
        var basket = Basket.of(items, products.among(skus));
        var levels = stock.about(basket.stockedSkus(), callerWaits.apply(stockSettings.patience()));
        var ways = basket.currency()
                .map(currency -> waysToPay(currency, callerWaits.apply(methodSettings.patience())))
                .orElseGet(ShowCheckout::nothingToPay);
        return levels.thenCombine(ways, (stockNow, waysNow) -> new CheckoutPage(basket, stockNow, waysNow));
    }

    private CompletableFuture<Known<List<PaymentMethod>>> waysToPay(String currency, Duration wait) {
        return methods.about(Set.of(currency), wait).thenApply(known -> known.get(currency));
    }

    private static CompletableFuture<Known<List<PaymentMethod>>> nothingToPay() {
        return CompletableFuture.completedFuture(new Known.Live<>(List.of()));
    }

    private static CompletionStage<Optional<Map<String, List<PaymentMethod>>>> only(
            Set<String> currencies, PaymentMethods methods) {
        var currency = currencies.iterator().next();
        return methods.in(currency).thenApply(found -> found.map(list -> Map.of(currency, list)));
    }

    /** In the trace of the page that asks first; others that wait for the same answer have none of it. */
    private <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> call) {
        return executor.supplyAsync(Context.current().wrapSupplier(call)).thenCompose(Function.identity());
    }
}
