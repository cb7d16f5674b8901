package dev.covenant.devstack.testing.contract;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenContractTest {
    private static final int SCREEN = 24;

    @Test
    void saysWhoExpectedWhatWhatCameAndWhatToDo() {
        assertThat(broken(false, List.of("$ misses the key state")).text())
                .startsWith("BROKEN   inventory does not keep what orders expects of it.")
                .contains("interaction  a request to reserve")
                .contains("given        stock {sku=MUG}")
                .contains("asked        PUT /reservations/1")
                .contains("expected     200 {\"state\":\"HELD\"}")
                .contains("came         200 {\"status\":\"HELD\"}")
                .contains("so           $ misses the key state")
                .contains("./covenant contracts verify inventory")
                .contains("./covenant contracts publish orders");
    }

    @Test
    void aPendingOneFailsNothingAndSaysSo() {
        assertThat(broken(true, List.of("a difference")).text())
                .startsWith(
                        "PENDING  inventory does not keep this contract of orders, and never has as a whole; nothing fails for that.")
                .contains("orders cannot be deployed before a version of inventory that keeps this is.")
                .contains("If inventory kept this before and broke it now: mend it.");
    }

    @Test
    void fitsOneScreenHoweverMuchDiffers() {
        var many = IntStream.range(0, 100)
                .mapToObj(n -> n + " differs ".repeat(100))
                .toList();
        var text = broken(false, many).text();
        assertThat(text.lines().count()).isLessThanOrEqualTo(SCREEN);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(200));
        assertThat(text).contains("... and 92 more");
    }

    private static BrokenContract broken(boolean pending, List<String> differences) {
        return new BrokenContract(
                "orders",
                "inventory",
                "",
                pending,
                false,
                "a request to reserve",
                "stock {sku=MUG}",
                "PUT /reservations/1",
                "200 {\"state\":\"HELD\"}",
                "200 {\"status\":\"HELD\"}",
                differences);
    }
}
