package dev.covenant.inventory.contract;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.contract.StateNames;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderStatesTest {
    /** All that contracts have ever named. New ones are added; who is deployed may name any of them, so none goes or is renamed. */
    private static final List<String> EVER_NAMED = List.of(
            "a committed reservation",
            "a held reservation",
            "a refused reservation",
            "a released reservation",
            "a returned reservation",
            "an expired reservation",
            "no reservation",
            "stock",
            "the consumer's token is refused",
            "the token of orders is refused",
            "the token of payments is refused");

    @Test
    void knowsEveryStateThatAContractHasEverNamed() {
        assertThat(StateNames.of(ProviderStates.class)).containsExactlyInAnyOrderElementsOf(EVER_NAMED);
    }
}
