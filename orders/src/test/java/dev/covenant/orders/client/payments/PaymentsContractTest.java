package dev.covenant.orders.client.payments;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;
import static dev.covenant.orders.client.Contract.commandWithoutToken;
import static dev.covenant.orders.client.payments.PaymentCommands.DECLINED;
import static dev.covenant.orders.client.payments.PaymentCommands.ID;
import static dev.covenant.orders.client.payments.PaymentCommands.PATH;
import static dev.covenant.orders.client.payments.PaymentCommands.PAYMENT;
import static dev.covenant.orders.client.payments.PaymentCommands.authorize;
import static dev.covenant.orders.client.payments.PaymentCommands.capture;
import static dev.covenant.orders.client.payments.PaymentCommands.inState;
import static dev.covenant.orders.client.payments.PaymentCommands.notCollected;
import static dev.covenant.orders.client.payments.PaymentCommands.post;
import static dev.covenant.orders.client.payments.PaymentCommands.problem;
import static dev.covenant.orders.client.payments.PaymentCommands.refund;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the checkout needs of payments, as the contract that payments verifies; {@link RepeatedPaymentContractTest} and
 * {@link PaymentMethodsContractTest} say the rest of it.
 */
class PaymentsContractTest {
    private static final StepAnswer DONE = new StepAnswer.Done();

    @Test
    void authorizes() {
        assertThat(authorize(
                        "a request to authorize", "no payment", "tok_approve", http -> inState(http, "AUTHORIZED")))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatThePaymentIsDeclinedAndWhy() {
        var answer = authorize(
                "a request to authorize what the provider declines",
                "no payment",
                "tok_decline_insufficient_funds",
                http -> answers(http, 200, body -> body.stringValue("state", "DECLINED")
                        .stringValue("declineReason", "insufficient_funds")));
        assertThat(answer)
                .isEqualTo(new StepAnswer.Refused("payment-declined", "The payment was declined: insufficient funds."));
    }

    @Test
    void learnsThatTheProviderHasNotAnsweredYet() {
        var answer = authorize(
                "a request to authorize what is still pending",
                "a pending payment",
                "tok_no_answer",
                http -> inState(http, "PENDING"));
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("payment in state PENDING"));
    }

    @Test
    void learnsThatThePaymentWasVoidedBeforeItCame() {
        var answer = authorize(
                "a request to authorize what was voided before",
                "a voided payment",
                "tok_approve",
                http -> problem(http, "payment-voided"));
        assertThat(answer).isEqualTo(notCollected("payment-voided"));
    }

    @Test
    void learnsThatItsIdWasUsedForAnotherAmount() {
        var answer = authorize(
                "a request to authorize another amount under the same id",
                "an authorized payment",
                Map.of("paymentId", ID.toString(), "amount", 1, "currency", "EUR"),
                "EUR",
                "tok_approve",
                http -> answers(http, 422, body -> body.stringValue("type", "urn:covenant:problem:id-reused")));
        assertThat(answer).isEqualTo(new StepAnswer.NotUnderstood("status 422 id-reused "));
    }

    @Test
    void learnsWhichFieldIsNotUnderstood() {
        var answer = authorize(
                "a request to authorize in a currency that nobody pays in",
                "no payment",
                PAYMENT,
                "XTS",
                "tok_approve",
                http -> answers(http, 400, body -> body.stringValue("type", "urn:covenant:problem:invalid-request")
                        .array("errors", errors -> errors.object(error -> error.stringValue("field", "currency")))));
        assertThat(answer).isEqualTo(new StepAnswer.NotUnderstood("status 400 invalid-request currency"));
    }

    @Test
    void captures() {
        assertThat(post("capture", "an authorized payment", http -> inState(http, "CAPTURED"), PaymentsClient::capture))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatTheCaptureIsRefusedForGood() {
        assertThat(post(
                        "capture",
                        "the provider refuses captures of",
                        http -> problem(http, "capture-refused"),
                        PaymentsClient::capture))
                .isEqualTo(notCollected("capture-refused"));
    }

    @Test
    void learnsThatAVoidedPaymentIsNotCaptured() {
        assertThat(post(
                        "capture",
                        "a voided payment",
                        http -> problem(http, "payment-voided"),
                        PaymentsClient::capture))
                .isEqualTo(notCollected("payment-voided"));
    }

    @Test
    void learnsThatADeclinedPaymentIsNotCaptured() {
        assertThat(post(
                        "capture",
                        "a declined payment",
                        DECLINED,
                        http -> problem(http, "payment-declined"),
                        PaymentsClient::capture))
                .isEqualTo(notCollected("payment-declined"));
    }

    @Test
    void capturesNothingYetOfAPendingPayment() {
        assertThat(post(
                        "capture",
                        "a pending payment",
                        http -> problem(http, "payment-pending"),
                        PaymentsClient::capture))
                .isEqualTo(new StepAnswer.Unknown("problem payment-pending"));
    }

    @Test
    void doesNotTakeAnUnknownPaymentForAnAnswer() {
        var answer = post(
                "capture",
                "no payment",
                http -> http.willRespondWith(response -> response.status(404)),
                PaymentsClient::capture);
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 404"));
    }

    @Test
    void doesNotKnowWhatBecameOfACaptureThatTheProviderDidNotAnswer() {
        assertThat(post("capture", "the provider does not answer", Contract::isUnavailable, PaymentsClient::capture))
                .isEqualTo(new StepAnswer.Unknown("status 503"));
    }

    @Test
    void capturesNothingWhenItsTokenIsRefused() {
        var answer = capture(
                "a request to capture with a token that is refused",
                "the consumer's token is refused",
                Map.of(),
                http -> command(http, "POST", PATH + "/capture", null));
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 401"));
    }

    @Test
    void capturesNothingWhenItsTokenIsLost() {
        var answer = capture(
                "a request to capture without a token",
                "an authorized payment",
                PAYMENT,
                http -> commandWithoutToken(http, "POST", PATH + "/capture"));
        assertThat(answer).isEqualTo(new StepAnswer.Unknown("status 401"));
    }

    @Test
    void learnsThatACapturedPaymentIsNotVoided() {
        assertThat(post(
                        "void",
                        "a captured payment",
                        http -> problem(http, "payment-captured"),
                        PaymentsClient::voidPayment))
                .isEqualTo(new StepAnswer.Unknown("problem payment-captured"));
    }

    @Test
    void voidsAnAuthorizedPayment() {
        assertThat(post("void", "an authorized payment", PaymentCommands::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void voidsAPaymentThatNeverCame() {
        assertThat(post("void", "no payment", PaymentCommands::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void voidsAPendingPayment() {
        assertThat(post("void", "a pending payment", PaymentCommands::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void hasNothingToVoidOfADeclinedPayment() {
        assertThat(post(
                        "void",
                        "a declined payment",
                        DECLINED,
                        http -> inState(http, "DECLINED"),
                        PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void hasNothingToVoidWhenTheCaptureWasRefused() {
        assertThat(post(
                        "void",
                        "a payment whose capture was refused",
                        http -> inState(http, "CAPTURE_REFUSED"),
                        PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void refundsAllThatWasCaptured() {
        assertThat(refund("a captured payment", http -> inState(http, "SUCCEEDED")))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatNothingIsLeftToRefund() {
        assertThat(refund("a payment that was refunded in full", http -> problem(http, "refund-exceeds-captured")))
                .isEqualTo(DONE);
    }

    @Test
    void learnsThatTheProviderRefusedThisRefund() {
        assertThat(refund("the provider refuses refunds of", PaymentCommands::refundFailed))
                .isEqualTo(new StepAnswer.IdSpent("refund failed: refused_by_provider"));
    }

    @Test
    void doesNotKnowYetWhatBecomesOfARefundThatTheProviderDidNotAnswer() {
        assertThat(refund("the provider does not answer refunds of", http -> inState(http, "PENDING")))
                .isEqualTo(new StepAnswer.Unknown("in state PENDING"));
    }
}
