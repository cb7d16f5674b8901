package dev.covenant.audit.books;

import java.util.List;

/**
 * A charge in the provider's books. Amounts are minor units.
 *
 * @param id the payment's, as the provider was told
 * @param declineReason null unless DECLINED
 */
public record Charge(
        String id,
        String state,
        long amount,
        String currency,
        long captured,
        long refunded,
        String declineReason,
        List<ProviderRefund> refunds) {

    public Charge {
        refunds = refunds == null ? List.of() : List.copyOf(refunds);
    }

    /** The customer's money is held or was taken. */
    public boolean touchesMoney() {
        return state.equals("AUTHORIZED") || captured > 0;
    }

    public long succeededRefunds() {
        return refunds.stream()
                .filter(refund -> refund.state().equals("SUCCEEDED"))
                .mapToLong(ProviderRefund::amount)
                .sum();
    }
}
