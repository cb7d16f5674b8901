package dev.covenant.payments.api.v1;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.contract.StateNames;

import static org.assertj.core.api.Assertions.assertThat;

class ContractStatesTest {
    /** All that contracts have ever named. New ones are added; who is deployed may name any of them, so none goes or is renamed. */
    private static final List<String> EVER_NAMED = List.of(
            "a captured payment",
            "a declined payment",
            "a payment that is being voided",
            "a payment that was refunded in full",
            "a payment whose capture was refused",
            "a pending payment",
            "a refund that failed",
            "a refund that is pending",
            "a refund that was made",
            "a voided payment",
            "a way to pay",
            "an authorized payment",
            "no payment",
            "the provider does not answer",
            "the provider does not answer refunds of",
            "the provider refuses captures of",
            "the provider refuses refunds of",
            "the consumer's token is refused",
            "the token of orders is refused",
            "the token of payments is refused");

    @Test
    void knowsEveryStateThatAContractHasEverNamed() {
        assertThat(StateNames.of(ContractStates.class)).containsExactlyInAnyOrderElementsOf(EVER_NAMED);
    }
}
