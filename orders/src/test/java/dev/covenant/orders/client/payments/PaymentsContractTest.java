package dev.covenant.orders.client.payments;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import org.junit.jupiter.api.Test;

import dev.covenant.orders.checkout.StepAnswer;
import dev.covenant.orders.client.Contract;
import dev.covenant.orders.page.PaymentMethod;

import static dev.covenant.orders.client.Contract.answers;
import static dev.covenant.orders.client.Contract.command;
import static dev.covenant.orders.client.Contract.commandWithoutToken;
import static dev.covenant.orders.client.Contract.question;
import static org.assertj.core.api.Assertions.assertThat;

/** What the checkout needs of payments, as the contract that payments verifies. */
class PaymentsContractTest {
    private static final Contract PAYMENTS = Contract.with("payments");
    private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final UUID REFUND = UUID.fromString("01990000-0000-7000-8000-000000000003");
    private static final String PATH = "/api/v1/payments/" + ID;
    private static final Map<String, ?> PAYMENT = Map.of("paymentId", ID.toString(), "amount", 2580, "currency", "EUR");
    private static final Map<String, ?> DECLINED =
            Map.of("paymentId", ID.toString(), "amount", 2580, "currency", "EUR", "reason", "card_expired");
    private static final Map<String, ?> CARD = Map.of("currency", "GBP", "method", "card", "name", "Card");
    private static final String LONG = "2950";
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
                "the token of orders is refused",
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
        assertThat(post("void", "an authorized payment", PaymentsContractTest::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void voidsAPaymentThatNeverCame() {
        assertThat(post("void", "no payment", PaymentsContractTest::voided, PaymentsClient::voidPayment))
                .isEqualTo(DONE);
    }

    @Test
    void voidsAPendingPayment() {
        assertThat(post("void", "a pending payment", PaymentsContractTest::voided, PaymentsClient::voidPayment))
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
        var answer = refund(
                "the provider refuses refunds of",
                http -> answers(http, 200, body -> body.stringValue("state", "FAILED")
                        .stringValue("reason", "refused_by_provider")));
        assertThat(answer).isEqualTo(new StepAnswer.IdSpent("refund failed: refused_by_provider"));
    }

    @Test
    void learnsHowToPay() {
        var methods = methods(
                "a question for ways to pay",
                "a way to pay",
                CARD,
                LONG,
                http -> answers(
                        http,
                        200,
                        body -> body.array(
                                "methods",
                                items -> items.object(item ->
                                        item.stringValue("method", "card").stringValue("name", "Card")))));
        assertThat(methods).hasValue(List.of(new PaymentMethod("card", "Card")));
    }

    @Test
    void learnsNoWayToPayWhenThereIsNoTimeToAnswer() {
        var methods = methods("a late question for ways to pay", "a way to pay", CARD, "5", Contract::isUnavailable);
        assertThat(methods).isEmpty();
    }

    @Test
    void learnsNoWayToPayWhenItsTokenIsRefused() {
        var methods = methods(
                "a question for ways to pay with a token that is refused",
                "the token of orders is refused",
                Map.of(),
                LONG,
                Contract::refusesTheToken);
        assertThat(methods).isEmpty();
    }

    private static Optional<List<PaymentMethod>> methods(
            String description,
            String state,
            Map<String, ?> parameters,
            String deadline,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                description,
                state,
                parameters,
                http -> answer.apply(question(http, "/api/v1/payment-methods", Map.of("currency", "GBP"), deadline)),
                address -> new PaymentMethodsClient(Contract.neighbour("payments", address))
                        .in("GBP")
                        .toCompletableFuture()
                        .join());
    }

    private static StepAnswer refund(String state, Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                "a request to refund all (%s)".formatted(state),
                state,
                PAYMENT,
                http -> answer.apply(command(http, "PUT", PATH + "/refunds/" + REFUND, body -> {})),
                address -> join(client(address).refund(ID, REFUND)));
    }

    private static StepAnswer authorize(
            String description,
            String state,
            String token,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return authorize(description, state, PAYMENT, "EUR", token, answer);
    }

    private static StepAnswer authorize(
            String description,
            String state,
            Map<String, ?> payment,
            String currency,
            String token,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer) {
        return PAYMENTS.interaction(
                description,
                state,
                payment,
                http -> answer.apply(command(http, "PUT", PATH, body -> body.numberValue("amount", 2580)
                        .stringValue("currency", currency)
                        .stringValue("paymentToken", token))),
                address -> {
                    var client = client(address);
                    return join(client.authorize(ID, client.authorizationOf(2580, currency, token)));
                });
    }

    private static StepAnswer capture(
            String description,
            String state,
            Map<String, ?> payment,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> request) {
        return PAYMENTS.interaction(
                description,
                state,
                payment,
                http -> Contract.refusesTheToken(request.apply(http)),
                address -> join(client(address).capture(ID)));
    }

    private static StepAnswer post(
            String verb,
            String state,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer,
            Command command) {
        return post(verb, state, PAYMENT, answer, command);
    }

    private static StepAnswer post(
            String verb,
            String state,
            Map<String, ?> payment,
            Function<HttpInteractionBuilder, HttpInteractionBuilder> answer,
            Command command) {
        return PAYMENTS.interaction(
                "a request to %s (%s)".formatted(verb, state),
                state,
                payment,
                http -> answer.apply(command(http, "POST", PATH + "/" + verb, null)),
                address -> join(command.send(client(address), ID)));
    }

    private static HttpInteractionBuilder inState(HttpInteractionBuilder http, String state) {
        return answers(http, 200, body -> body.stringValue("state", state));
    }

    private static HttpInteractionBuilder voided(HttpInteractionBuilder http) {
        return answers(http, 200, body -> body.stringMatcher("state", "VOIDED|VOIDING", "VOIDED"));
    }

    private static HttpInteractionBuilder problem(HttpInteractionBuilder http, String name) {
        return answers(http, 409, body -> body.stringValue("type", "urn:covenant:problem:" + name));
    }

    private static StepAnswer notCollected(String type) {
        return new StepAnswer.Refused(type, "The payment could not be collected.");
    }

    private static PaymentsClient client(URI address) {
        return new PaymentsClient(Contract.neighbour("payments", address));
    }

    private static StepAnswer join(CompletionStage<StepAnswer> answer) {
        return answer.toCompletableFuture().join();
    }

    private interface Command {
        CompletionStage<StepAnswer> send(PaymentsClient client, UUID id);
    }
}
