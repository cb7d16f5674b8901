package dev.covenant.devstack.provider;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChargeTest {

    @Test
    void anApprovedChargeIsCapturedInFull() {
        assertThat(opened("tok_approve").capture()).isEqualTo(new Outcome.Booked<>(captured("tok_approve")));
    }

    @Test
    void capturingAgainGivesTheFirstAnswerEvenAfterARefund() {
        Charge refunded = captured("tok_approve").less(Refund.succeeded(refundOf(30)));

        assertThat(refunded.refunded()).isEqualTo(30);
        assertThat(refunded.capture()).isEqualTo(new Outcome.Replayed<>(captured("tok_approve")));
    }

    @Test
    void aVoidedChargeRemembersHowItWasOpened() {
        Charge opened = opened("tok_approve");

        assertThat(booked(opened.cancel()).asOpened()).isEqualTo(opened);
    }

    @Test
    void aDeclinedChargeCanNeitherBeCapturedNorVoided() {
        Charge declined = opened("tok_decline_card_expired");

        assertThat(declined.capture()).isEqualTo(new Outcome.Refused<>(Charge.State.DECLINED));
        assertThat(declined.cancel()).isEqualTo(new Outcome.Refused<>(Charge.State.DECLINED));
        assertThat(declined.asOpened()).isEqualTo(declined);
    }

    @Test
    void aRefusedCaptureClosesTheAuthorization() {
        Charge refused = booked(opened("tok_refuse_capture").capture());

        assertThat(refused.state()).isEqualTo(Charge.State.CAPTURE_REFUSED);
        assertThat(refused.captured()).isZero();
        assertThat(refused.capture()).isEqualTo(new Outcome.Replayed<>(refused));
        assertThat(refused.cancel()).isEqualTo(new Outcome.Refused<>(Charge.State.CAPTURE_REFUSED));
    }

    @Test
    void aRefundOfAllThatIsLeftSucceedsAndOneOfMoreFails() {
        Charge seventyLeft = captured("tok_approve").less(Refund.succeeded(refundOf(30)));

        assertThat(seventyLeft.refund(refundOf(70))).isEqualTo(Refund.succeeded(refundOf(70)));
        assertThat(seventyLeft.refund(refundOf(71))).isEqualTo(Refund.failed(refundOf(71), "exceeds_captured"));
    }

    @Test
    void aFailedRefundLeavesTheChargeAsItWas() {
        Charge captured = captured("tok_refuse_refund");
        Refund refund = captured.refund(refundOf(1));

        assertThat(refund).isEqualTo(Refund.failed(refundOf(1), "refused_by_provider"));
        assertThat(captured.less(refund)).isEqualTo(captured);
    }

    private static Charge opened(String token) {
        return Charge.opened(new ChargeRequest("p1", 100, "EUR", token));
    }

    private static Charge captured(String token) {
        return new Charge(opened(token).request(), Charge.State.CAPTURED, 100, 0, null);
    }

    private static RefundRequest refundOf(long amount) {
        return new RefundRequest("p1", "r1", amount);
    }

    private static Charge booked(Outcome<Charge> outcome) {
        return ((Outcome.Booked<Charge>) outcome).answer();
    }
}
