package dev.covenant.orders.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Asks a neighbour about many things at once, and remembers what it said for when it says nothing (stale-if-error, RFC 5861). What was
 * said a moment ago is not asked again, and what somebody is asking already is waited for, not asked twice. An answer that comes after
 * everybody stopped waiting is remembered as well. Thread-safe.
 */
final class LastKnown<K, V> {
    private static final System.Logger LOG = System.getLogger(LastKnown.class.getName());

    /** The answer about all of them, in which one may be missing; empty when there is none. */
    private final Function<Set<K>, CompletionStage<Optional<Map<K, V>>>> neighbour;

    private final Ticker ticker;
    private final Duration fresh;

    /** What is fresh, or being asked now. */
    private final AsyncCache<K, V> asked;

    /** What was said last, for as long as it may be shown. */
    private final Cache<K, Heard<V>> heard;

    LastKnown(Function<Set<K>, CompletionStage<Optional<Map<K, V>>>> neighbour, PartSettings settings, Ticker ticker) {
        this.neighbour = neighbour;
        this.ticker = ticker;
        fresh = settings.fresh();
        asked = cache(settings, ticker).expireAfterWrite(fresh).buildAsync();
        heard = cache(settings, ticker).expireAfterWrite(settings.stale()).build();
    }

    /** Completes within {@code wait} and never exceptionally, with something about each key. */
    CompletableFuture<Map<K, Known<V>>> about(Set<K> keys, Duration wait) {
        return asked.getAll(keys, (unknown, _) -> ask(Set.copyOf(unknown)))
                .completeOnTimeout(Map.of(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer ->
                        keys.stream().collect(Collectors.toMap(Function.identity(), key -> known(key, answer))));
    }

    private CompletableFuture<Map<K, V>> ask(Set<K> keys) {
        return neighbour.apply(keys).toCompletableFuture().handle((answer, fault) -> {
            if (fault != null) {
                LOG.log(System.Logger.Level.ERROR, "Asking for the checkout page failed", fault);
                return Map.of();
            }
            var now = ticker.read();
            answer.ifPresent(values -> values.forEach((key, value) -> heard.put(key, new Heard<>(value, now))));
            return answer.orElse(Map.of());
        });
    }

    private Known<V> known(K key, Map<K, V> answer) {
        if (answer.containsKey(key)) {
            return new Known.Live<>(answer.get(key));
        }
        var last = heard.getIfPresent(key);
        if (last == null) {
            return new Known.Unavailable<>();
        }
        var age = Duration.ofNanos(ticker.read() - last.at);
        return age.compareTo(fresh) < 0 ? new Known.Live<>(last.value) : new Known.Stale<>(last.value, age);
    }

    /** It cleans up on its callers' threads, since the JDK's common pool knows nothing of the server's. */
    private static Caffeine<Object, Object> cache(PartSettings settings, Ticker ticker) {
        return Caffeine.newBuilder().maximumSize(settings.most()).ticker(ticker).executor(Runnable::run);
    }

    private record Heard<V>(V value, long at) {}
}
