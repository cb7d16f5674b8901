package dev.covenant.devstack.provider;

import java.util.List;

/** A charge as the API shows it. Its token is nobody's business. */
record ChargeJson(
        String id,
        Charge.State state,
        long amount,
        String currency,
        long captured,
        long refunded,
        String declineReason,
        List<RefundJson> refunds) {

    record RefundJson(String id, String paymentId, long amount, Refund.State state, String reason) {

        static RefundJson of(Refund refund) {
            RefundRequest request = refund.request();
            return new RefundJson(request.id(), request.chargeId(), request.amount(), refund.state(), refund.reason());
        }
    }

    /** One page of the books; {@code next} is the id to go on after, absent on the last page. */
    record Page(List<ChargeJson> charges, String next) {

        static Page of(List<Account> accounts, int limit) {
            return new Page(
                    accounts.stream().map(ChargeJson::of).toList(),
                    accounts.size() < limit
                            ? null
                            : accounts.getLast().charge().request().id());
        }
    }

    /** The answer to a command: without the refunds. */
    static ChargeJson of(Charge charge) {
        return of(charge, null);
    }

    static ChargeJson of(Account account) {
        return of(
                account.charge(), account.refunds().stream().map(RefundJson::of).toList());
    }

    private static ChargeJson of(Charge charge, List<RefundJson> refunds) {
        return new ChargeJson(
                charge.request().id(),
                charge.state(),
                charge.request().amount(),
                charge.request().currency(),
                charge.captured(),
                charge.refunded(),
                charge.declineReason(),
                refunds);
    }
}
