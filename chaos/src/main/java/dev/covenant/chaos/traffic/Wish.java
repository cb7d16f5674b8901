package dev.covenant.chaos.traffic;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one customer wants, and how he goes about it.
 *
 * @param number from 0, in the order of arrival
 * @param pieces by SKU
 * @param paymentToken one of the provider's test tokens
 * @param sentTwice whether he sends it to both replicas at the same time, and once more when it is answered
 * @param cancelsAfter how long after the answer he cancels, if he does
 */
public record Wish(
        int number,
        SortedMap<String, Integer> pieces,
        String paymentToken,
        boolean sentTwice,
        Optional<Duration> cancelsAfter) {

    /** In minor units. */
    public long total() {
        return Assortment.PRICE
                * pieces.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Its payment is declined when it is to be authorized. */
    public boolean isDeclined() {
        return paymentToken.startsWith("tok_decline_");
    }

    /** Its payment is authorized, and refused when it is to be captured. */
    public boolean isRefusedAtCapture() {
        return paymentToken.equals("tok_refuse_capture");
    }

    /** It needs stock. */
    public boolean isPhysical() {
        return pieces.keySet().stream().anyMatch(Assortment::isPhysical);
    }

    /** It needs stock of that which there is not enough of. */
    public boolean wantsWhatSellsOut() {
        return pieces.containsKey(Assortment.HOT);
    }
}
