package dev.covenant.devstack.contracts;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;

class ContractTreeTest {
    private final ContractTree tree = new ContractTree(Workspace.find());

    @Test
    void findsWhoExpectsAndWhoKeeps() {
        assertThat(tree.consumers()).contains(Part.ORDERS).doesNotContain(Part.INVENTORY);
        assertThat(tree.providers()).contains(Part.INVENTORY, Part.PAYMENTS);
        assertThat(tree.all())
                .contains(Part.ORDERS, Part.INVENTORY, Part.PAYMENTS)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyContractOfThisTreeIsSomeConsumers() {
        assertThat(tree.contractsOf(Part.ORDERS))
                .extracting(file -> file.getFileName().toString())
                .contains("orders-inventory.json", "orders-payments.json");
    }
}
