package dev.covenant.orders.api.v1;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.contract.StateNames;

import static org.assertj.core.api.Assertions.assertThat;

class ContractStatesTest {
    /** All that contracts have ever named. New ones are added; who is deployed may name any of them, so none goes or is renamed. */
    private static final List<String> EVER_NAMED = List.of(
            "an order that has ended",
            "an order whose payment is known",
            "an order whose payment is pending",
            "no order is paid with",
            "the consumer's token is refused",
            "the token of orders is refused",
            "the token of payments is refused");

    @Test
    void knowsEveryStateThatAContractHasEverNamed() {
        assertThat(StateNames.of(ContractStates.class)).containsExactlyInAnyOrderElementsOf(EVER_NAMED);
    }
}
