package dev.covenant.orders.client.payments;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.StepAnswer;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.payments.PaymentCommands.DECLINED;
import static dev.covenant.orders.client.payments.PaymentCommands.authorize;
import static dev.covenant.orders.client.payments.PaymentCommands.inState;
import static dev.covenant.orders.client.payments.PaymentCommands.notCollected;
import static dev.covenant.orders.client.payments.PaymentCommands.post;
import static dev.covenant.orders.client.payments.PaymentCommands.problem;
import static dev.covenant.orders.client.payments.PaymentCommands.refund;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the checkout needs of payments when an answer was lost and the command is sent again: the answer that it would have had, or one
 * that means the same.
 */
class RepeatedPaymentContractTest {
    private static final StepAnswer DONE = new StepAnswer.Done();

    @Test
    void authorizesOnce() {
        assertThat(authorize(
                        "a repeated request to authorize what is authorized",
                        "an authorized payment",
                        "tok_approve",
                        http -> inState(http, "AUTHORIZED")))
                .isEqualTo(DONE);
    }

    @Test
    void authorizesOnceWhatWasCapturedMeanwhile() {
        assertThat(authorize(
                        "a repeated request to authorize what is captured",
                        "a captured payment",
                        "tok_approve",
                        http -> inState(http, "CAPTURED")))
                .isEqualTo(DONE);
    }

    @Test
    void isDeclinedOnce() {
        var answer = authorize(
                "a repeated request to authorize what was declined",
                "a declined payment",
                DECLINED,
                "EUR",
                "tok_decline_card_expired",
                http -> answers(http, 200, body -> body.stringValue("state", "DECLINED")
                        .stringValue("declineReason", "card_expired")));
        assertThat(answer)
                .isEqualTo(new StepAnswer.Refused("payment-declined", "The payment was declined: card expired."));
    }

    @Test
    void capturesOnce() {
        assertThat(post("capture", "a captured payment", http -> inState(http, "CAPTURED"), PaymentsClient::capture))
                .isEqualTo(DONE);
    }

    @Test
    void voidsOnce() {
        assertThat(post("void", "a voided payment", PaymentCommands::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void voidsOnceWhileTheProviderHasNotConfirmedIt() {
        assertThat(post("void", "a payment that is being voided", PaymentCommands::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void learnsAgainThatTheCaptureIsRefusedForGood() {
        assertThat(post(
                        "capture",
                        "a payment whose capture was refused",
                        http -> problem(http, "capture-refused"),
                        PaymentsClient::capture))
                .isEqualTo(notCollected("capture-refused"));
    }

    @Test
    void learnsAgainThatTheProviderRefusedThisRefund() {
        assertThat(refund("a refund that failed", PaymentCommands::refundFailed))
                .isEqualTo(new StepAnswer.IdSpent("refund failed: refused_by_provider"));
    }

    @Test
    void doesNotKnowYetWhatBecomesOfARefundThatIsPending() {
        assertThat(refund("a refund that is pending", http -> inState(http, "PENDING")))
                .isEqualTo(new StepAnswer.Unknown("in state PENDING"));
    }

    @Test
    void refundsOnce() {
        assertThat(refund("a refund that was made", http -> inState(http, "SUCCEEDED")))
                .isEqualTo(DONE);
    }
}
