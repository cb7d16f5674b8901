package dev.covenant.inventory.api.v1;

import java.sql.SQLException;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.Inventory.Level;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

@RealServer(setup = QuietHousekeeping.class)
class StockApiIT {
    private final UUID movement = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;

    StockApiIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("merchandiser", server);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void showsWhatIsOnHandReservedAndAvailable() {
        var mugs = inventory.newItem("MUG", 10);
        inventory.reserve(UuidV7.next(), Inventory.line(mugs, 3));

        assertThat(inventory.http().get("api/v1/stock/" + mugs).text())
                .isEqualTo("{\"sku\":\"%s\",\"onHand\":10,\"reserved\":3,\"available\":7}".formatted(mugs));
    }

    @Test
    void doesNotKnowASkuThatWasNeverReceived() {
        assertThat(inventory.http().get("api/v1/stock/NEVER-SEEN").problem()).isEqualTo("404 unknown-sku");
    }

    @Test
    void readsManyLevelsAtOnceInTheOrderOfTheirSkus() {
        var pens = inventory.newItem("PEN", 1);
        var mugs = inventory.newItem("MUG", 2);

        var items = inventory
                .http()
                .get("api/v1/stock?sku=%s&sku=%s&sku=NEVER-SEEN&sku=%s".formatted(pens, mugs, pens))
                .json()
                .get("items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.at("/0/sku").asString()).isEqualTo(mugs);
        assertThat(items.at("/1/available").asLong()).isEqualTo(1);
    }

    @Test
    void anUnchangedLevelIsNotSentAgain() {
        var path = "api/v1/stock/" + inventory.newItem("MUG", 10);
        var tag = inventory.http().get(path).header("ETag");

        var again = inventory.http().get(path, "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).contains("max-age=1").contains("private");
    }

    @Test
    void aChangedLevelIsSentAgain() {
        var mugs = inventory.newItem("MUG", 10);
        var tag = inventory.http().get("api/v1/stock/" + mugs).header("ETag");
        inventory.receive(mugs, 1);

        assertThat(inventory
                        .http()
                        .get("api/v1/stock/" + mugs, "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMovementSentTwiceCountsOnce() {
        var mugs = inventory.newItem("MUG", 10);

        var first = inventory.move(mugs, movement, "RECEIPT", 5);
        var again = inventory.move(mugs, movement, "RECEIPT", 5);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(inventory.level(mugs)).isEqualTo(new Level(15, 0));
    }

    @Test
    void anotherMovementUnderTheSameIdIsRefused() {
        var mugs = inventory.newItem("MUG", 10);
        inventory.move(mugs, movement, "RECEIPT", 5);

        assertThat(inventory.move(mugs, movement, "RECEIPT", 6).problem()).isEqualTo("422 id-reused");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(15, 0));
    }

    @Test
    void anotherClientsMovementLooksUnused() {
        var mugs = inventory.newItem("MUG", 10);
        inventory.move(mugs, movement, "RECEIPT", 5);

        assertThat(Inventory.as("somebody", server)
                        .move(mugs, movement, "RECEIPT", 5)
                        .problem())
                .isEqualTo("404 movement-not-found");
    }

    @Test
    void anAdjustmentCorrectsTheCountDownToWhatIsReserved() {
        var mugs = inventory.newItem("MUG", 10);
        inventory.reserve(UuidV7.next(), Inventory.line(mugs, 4));

        assertThat(inventory.move(mugs, movement, "ADJUSTMENT", -6).status()).isEqualTo(200);
        assertThat(inventory.level(mugs)).isEqualTo(new Level(4, 4));
    }

    @Test
    void aRefusedAdjustmentStaysRefused() {
        var mugs = inventory.newItem("MUG", 10);

        assertThat(inventory.move(mugs, movement, "ADJUSTMENT", -11).problem()).isEqualTo("409 stock-out-of-range");
        inventory.receive(mugs, 100);
        assertThat(inventory.move(mugs, movement, "ADJUSTMENT", -11).problem()).isEqualTo("409 stock-out-of-range");
        assertThat(inventory.level(mugs)).isEqualTo(new Level(110, 0));
    }
}
