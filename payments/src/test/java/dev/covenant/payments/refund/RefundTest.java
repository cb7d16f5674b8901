package dev.covenant.payments.refund;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.money.Money;
import dev.covenant.payments.payment.Payment;
import dev.covenant.payments.payment.PaymentState;
import dev.covenant.payments.payment.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

class RefundTest {
    private static final UUID PAYMENT = UuidV7.next();
    private static final UUID REFUND = UuidV7.next();
    private static final Viewer BY = new Viewer("orders", false);

    @ParameterizedTest(name = "of 100 with {0} refunded, {1} asked: {2} {3}")
    @CsvSource({
        "0,   1,   PENDING, 1",
        "0,   100, PENDING, 100",
        "0,   101, REFUSED,",
        "99,  1,   PENDING, 1",
        "99,  2,   REFUSED,",
        "100, 1,   REFUSED,",
        "0,   ,    PENDING, 100",
        "40,  ,    PENDING, 60",
        "100, ,    REFUSED,"
    })
    void isAcceptedUpToWhatIsLeft(long refunded, Long asked, RefundState state, Long amount) {
        var refund = Refund.decide(asking(asked), captured(100, refunded));

        assertThat(refund).isEqualTo(new Refund(REFUND, PAYMENT, "orders", asked, amount, state, null));
    }

    @Test
    void isTheSameRequestWhenTheSameAmountOrNoneIsAskedFor() {
        var part = Refund.decide(asking(60L), captured(100, 0));
        var all = Refund.decide(asking(null), captured(100, 40));

        assertThat(part.wasRequestedAs(asking(60L))).isTrue();
        assertThat(part.wasRequestedAs(asking(null))).isFalse();
        assertThat(all.wasRequestedAs(asking(null))).isTrue();
        assertThat(all.wasRequestedAs(asking(60L))).isFalse();
    }

    @Test
    void oneThatFailedKeepsTheReason() {
        var refund = Refund.decide(asking(60L), captured(100, 0));

        assertThat(refund.failed("refused_by_provider"))
                .isEqualTo(new Refund(REFUND, PAYMENT, "orders", 60L, 60L, RefundState.FAILED, "refused_by_provider"));
    }

    private static RefundRequest asking(Long amount) {
        return new RefundRequest(REFUND, PAYMENT, BY, amount);
    }

    private static Payment captured(long amount, long refunded) {
        return new Payment(
                PAYMENT,
                "orders",
                PaymentState.CAPTURED,
                new Money(amount, "EUR"),
                "fingerprint",
                null,
                amount,
                amount,
                refunded);
    }
}
