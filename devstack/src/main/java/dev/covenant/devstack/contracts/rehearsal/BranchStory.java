package dev.covenant.devstack.contracts.rehearsal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;

import dev.covenant.devstack.stack.Part;

/** A branch of orders needs a field and a state that inventory does not have yet: whom that holds up, and until when. */
public final class BranchStory {
    private static final String BRANCH = "feat/pickup-code";
    private static final String STATE = "a reservation to be picked up";
    private static final List<Part> ORDERS = List.of(Part.ORDERS);
    private static final List<Part> INVENTORY = List.of(Part.INVENTORY);

    private final Rehearsal rehearsal;
    private final Consumer<String> told;
    private boolean asItShould = true;

    /** @param told hears a line for each step */
    public BranchStory(Rehearsal rehearsal, Consumer<String> told) {
        this.rehearsal = rehearsal;
        this.told = told;
    }

    /** Whether it went as it should. */
    public boolean run() {
        ordersNeedsAField();
        inventoryIsNotHeldUp();
        step("orders' branch cannot be deployed", !ordersCanBeDeployed());
        inventoryAddsTheField();
        step("orders' branch still cannot: inventory with the field is not in production", !ordersCanBeDeployed());
        inventoryIsDeployed();
        step("orders' branch can be deployed now", ordersCanBeDeployed());
        return asItShould;
    }

    static List<Edit> need() {
        return List.of(neededField(), neededState());
    }

    static List<Edit> gift() {
        return List.of(givenField(), givenState());
    }

    private static Edit neededField() {
        return new Edit(
                "orders/src/test/java/dev/covenant/orders/client/inventory/ReservationCommands.java",
                "body.stringMatcher(\"state\", \"HELD|COMMITTED\", \"HELD\")",
                "body.stringMatcher(\"state\", \"HELD|COMMITTED\", \"HELD\").stringType(\"pickupCode\", \"B-17\")");
    }

    private static Edit neededState() {
        var firstTest = "    @Test\n    void reservesWhatIsThere() {";
        return new Edit(
                "orders/src/test/java/dev/covenant/orders/client/inventory/InventoryContractTest.java",
                firstTest,
                """
                    @Test
                    void commitsWhatIsToBePickedUp() {
                        assertThat(post("commit", "%s", ReservationCommands::settled, InventoryClient::commit))
                                .isEqualTo(DONE);
                    }

                """.formatted(STATE) + firstTest);
    }

    private static Edit givenField() {
        var firstMethod = "    static ReservationView of(";
        return new Edit(
                "inventory/src/main/java/dev/covenant/inventory/api/v1/ReservationView.java",
                firstMethod,
                """
                    @com.fasterxml.jackson.annotation.JsonProperty
                    public String pickupCode() {
                        return "B-17";
                    }

                """ + firstMethod);
    }

    private static Edit givenState() {
        return new Edit(
                "inventory/src/test/java/dev/covenant/inventory/contract/ProviderStates.java",
                "@State(\"a held reservation\")",
                "@State({\"a held reservation\", \"%s\"})".formatted(STATE));
    }

    private void ordersNeedsAField() {
        rehearsal.branch(BRANCH);
        rehearsal.commit("orders shows where to pick up", need());
        rehearsal.commitWrittenContracts(Part.ORDERS);
        rehearsal.contracts().publish(Part.ORDERS);
        // It is a provider as well, and a version of its own.
        rehearsal.contracts().verify(ORDERS);
        told.accept("orders, branch " + BRANCH + ": expects a field that inventory does not have; published");
    }

    private void inventoryIsNotHeldUp() {
        rehearsal.checkOut(Rehearsal.MAIN);
        rehearsal.commit("inventory goes on", List.of(goingOn()));
        var verified = rehearsal.contracts().verify(INVENTORY);
        step(
                "inventory's main is green, with %d interactions pending"
                        .formatted(verified.pending().size()),
                verified.isGreen() && !verified.pending().isEmpty());
        step(
                "its verification names the state that inventory lacks",
                verified.pending().stream().anyMatch(message -> message.contains("@State(\"" + STATE + "\")")));
        step("inventory's main can be deployed", canBeDeployed(INVENTORY));
        verified.pending().stream()
                .limit(1)
                .forEach(message -> told.accept("its verification says:\n\n" + message + "\n"));
    }

    private void inventoryAddsTheField() {
        rehearsal.commit("inventory says where to pick up", gift());
        var verified = rehearsal.contracts().verify(INVENTORY);
        step(
                "inventory's main has the field: nothing is pending any more",
                verified.isGreen() && verified.pending().isEmpty());
    }

    private void inventoryIsDeployed() {
        step("inventory's main can be deployed", canBeDeployed(INVENTORY));
        rehearsal.contracts().record(Part.INVENTORY, Rehearsal.PRODUCTION);
        told.accept("inventory, main: deployed and recorded");
    }

    private boolean ordersCanBeDeployed() {
        rehearsal.checkOut(BRANCH);
        var can = canBeDeployed(ORDERS);
        rehearsal.checkOut(Rehearsal.MAIN);
        return can;
    }

    private boolean canBeDeployed(List<Part> services) {
        return rehearsal.contracts().canIDeploy(services, Rehearsal.PRODUCTION, new PrintWriter(new StringWriter()));
    }

    /** Any change: a commit that is verified anew. */
    static Edit goingOn() {
        return new Edit("inventory/README.md", "# inventory\n", "# inventory\n\n");
    }

    private void step(String expectation, boolean holds) {
        asItShould &= holds;
        told.accept((holds ? "ok     " : "WRONG  ") + expectation);
    }
}
