package dev.covenant.payments.ledger;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.payments.money.Money;

import static dev.covenant.payments.ledger.Account.AUTHORIZED;
import static dev.covenant.payments.ledger.Account.AUTHORIZED_CONTRA;
import static dev.covenant.payments.ledger.Account.PROVIDER_CLEARING;
import static dev.covenant.payments.ledger.Account.REFUNDS;
import static dev.covenant.payments.ledger.Account.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JournalTest {
    private static final UUID PAYMENT = UuidV7.next();
    private static final UUID REFUND = UuidV7.next();
    private static final Money MONEY = new Money(100, "EUR");

    @Test
    void anAuthorizationIsAPromiseAndItsOtherSide() {
        var journal = Journal.authorized(PAYMENT, MONEY);

        assertThat(journal.key()).isEqualTo(PAYMENT + ":authorize");
        assertThat(journal.currency()).isEqualTo("EUR");
        assertThat(journal.postings())
                .containsExactly(new Posting(AUTHORIZED, 100), new Posting(AUTHORIZED_CONTRA, -100));
    }

    @Test
    void aVoidIsTheReverse() {
        var journal = Journal.voided(PAYMENT, MONEY);

        assertThat(journal.key()).isEqualTo(PAYMENT + ":void");
        assertThat(journal.postings())
                .containsExactly(new Posting(AUTHORIZED_CONTRA, 100), new Posting(AUTHORIZED, -100));
    }

    @Test
    void aRefusedCaptureIsTheReverseToo() {
        var journal = Journal.captureRefused(PAYMENT, MONEY);

        assertThat(journal.key()).isEqualTo(PAYMENT + ":capture-refused");
        assertThat(journal.postings()).isEqualTo(Journal.voided(PAYMENT, MONEY).postings());
    }

    @Test
    void aCaptureIsTheReverseAndASale() {
        var journal = Journal.captured(PAYMENT, MONEY);

        assertThat(journal.key()).isEqualTo(PAYMENT + ":capture");
        assertThat(journal.postings())
                .containsExactlyInAnyOrder(
                        new Posting(AUTHORIZED_CONTRA, 100),
                        new Posting(AUTHORIZED, -100),
                        new Posting(PROVIDER_CLEARING, 100),
                        new Posting(SALES, -100));
    }

    @Test
    void aRefundIsPaidFromWhatTheProviderOwesUs() {
        var journal = Journal.refunded(REFUND, PAYMENT, MONEY);

        assertThat(journal.key()).isEqualTo(REFUND + ":refund");
        assertThat(journal.postings()).containsExactly(new Posting(REFUNDS, 100), new Posting(PROVIDER_CLEARING, -100));
    }

    @Test
    void whatDoesNotSumToZeroIsNoJournal() {
        var postings = List.of(new Posting(SALES, 100), new Posting(REFUNDS, -99));

        assertThatIllegalArgumentException().isThrownBy(() -> new Journal("key", PAYMENT, "EUR", postings));
    }

    @Test
    void oneSideIsNoJournal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Journal("key", PAYMENT, "EUR", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(SALES, 0));
    }
}
