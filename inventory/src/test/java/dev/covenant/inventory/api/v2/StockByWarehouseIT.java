package dev.covenant.inventory.api.v2;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.AtOnce;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.api.v1.ReservationLine;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.Inventory.Level;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;

/** Version 2 of stock: where the pieces lie. */
@RealServer(setup = QuietHousekeeping.class)
class StockByWarehouseIT {
    private final UUID hold = UuidV7.next();
    private final ServerUnderTest server;
    private final Inventory inventory;

    StockByWarehouseIT(ServerUnderTest server) {
        this.server = server;
        this.inventory = Inventory.as("merchandiser", server);
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void showsTheWholeItsPartsAndWhenThatWasSo() {
        var mugs = mugs(3, 2, 4);
        inventory.reserve(hold, Inventory.line(mugs, 4));
        var before = Instant.now();

        var level = inventory.http().get("api/v2/stock/" + mugs).json();

        assertThat(level.at("/onHand").asLong()).isEqualTo(9);
        assertThat(level.at("/reserved").asLong()).isEqualTo(4);
        assertThat(level.at("/available").asLong()).isEqualTo(5);
        assertThat(Instant.parse(level.at("/asOf").asString())).isBetween(before, Instant.now());
        assertThat(level.at("/warehouses").toString()).isEqualTo("""
                [{"warehouse":"MAIN","onHand":3,"reserved":3,"available":0},\
                {"warehouse":"EAST","onHand":2,"reserved":1,"available":1},\
                {"warehouse":"NORTH","onHand":4,"reserved":0,"available":4}]""");
    }

    @Test
    void readsManyAtOnceAndLeavesOutWhatItDoesNotKnow() {
        var pens = inventory.newItem("PEN", 1);
        var mugs = mugs(2, 1, 0);

        var items = inventory
                .http()
                .get("api/v2/stock?sku=%s&sku=NEVER-SEEN&sku=%s".formatted(pens, mugs))
                .json()
                .get("items");

        assertThat(items.values().stream().map(item -> item.get("sku").asString()))
                .containsExactly(mugs, pens);
        assertThat(inventory.http().get("api/v2/stock/NEVER-SEEN").problem()).isEqualTo("404 unknown-sku");
    }

    @Test
    void isNotSentAgainThoughTimeHasPassed() {
        var path = "api/v2/stock/" + mugs(2, 1, 0);
        var tag = inventory.http().get(path).header("ETag");

        assertThat(inventory.http().get(path, "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    void isSentAgainWhenPiecesLieElsewhereThanBefore() {
        var mugs = mugs(2, 1, 0);
        var tag = inventory.http().get("api/v2/stock/" + mugs).header("ETag");
        inventory.move(mugs, UuidV7.next(), "ADJUSTMENT", -1);
        inventory.move(mugs, UuidV7.next(), "ADJUSTMENT", 1, "EAST");

        assertThat(inventory
                        .http()
                        .get("api/v2/stock/" + mugs, "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void version1ShowsTheSameWhole() {
        assertThat(inventory.level(mugs(3, 2, 4))).isEqualTo(new Level(9, 0));
    }

    @Test
    void piecesLeaveFromMainFirstAndThenInTheOrderOfTheNames() {
        var mugs = mugs(3, 2, 4);

        sell(mugs, 2);
        assertThat(places(mugs)).containsExactly("MAIN 1 - 0", "EAST 2 - 0", "NORTH 4 - 0");
        sell(mugs, 4);
        assertThat(places(mugs)).containsExactly("MAIN 0 - 0", "NORTH 3 - 0");
    }

    @Test
    void whatComesBackComesBackToMain() {
        var mugs = mugs(1, 2, 0);
        sell(mugs, 3);

        inventory.takeBack(hold);

        assertThat(places(mugs)).containsExactly("MAIN 3 - 0");
    }

    @Test
    void noMoreCanBeCountedAwayThanLiesInTheWarehouse() {
        var mugs = mugs(3, 2, 0);

        assertThat(inventory.move(mugs, UuidV7.next(), "ADJUSTMENT", -4).problem())
                .isEqualTo("409 stock-out-of-range");
        assertThat(inventory.move(mugs, UuidV7.next(), "ADJUSTMENT", -3, "EAST").problem())
                .isEqualTo("409 stock-out-of-range");
        assertThat(inventory.move(mugs, UuidV7.next(), "ADJUSTMENT", 1, "NORTH").problem())
                .isEqualTo("409 stock-out-of-range");
        assertThat(places(mugs)).containsExactly("MAIN 3 - 0", "EAST 2 - 0");
    }

    @Test
    void theSameMovementInAnotherWarehouseIsAnother() {
        var mugs = inventory.newItem("MUG", 1);
        var movement = UuidV7.next();
        inventory.move(mugs, movement, "RECEIPT", 5, "EAST");

        assertThat(inventory.move(mugs, movement, "RECEIPT", 5, "EAST").status())
                .isEqualTo(200);
        assertThat(inventory.move(mugs, movement, "RECEIPT", 5).problem()).isEqualTo("422 id-reused");
        assertThat(places(mugs)).containsExactly("MAIN 1 - 0", "EAST 5 - 0");
    }

    /** Buyers, returns, receipts and counts at once: at the end each warehouse has what its movements say. */
    @Test
    void manyAtOnceLeaveEachWarehouseWithWhatItsMovementsSay() {
        var mugs = mugs(5, 5, 5);
        var pens = inventory.newItem("PEN", 40);

        AtOnce.call(24, number -> {
            var id = UuidV7.next();
            var lines = number % 2 == 0
                    ? new ReservationLine[] {Inventory.line(mugs, 1), Inventory.line(pens, 1)}
                    : new ReservationLine[] {Inventory.line(pens, 1), Inventory.line(mugs, 1)};
            if (inventory.reserve(id, lines).status() == 200) {
                inventory.commit(id);
                if (number % 3 == 0) {
                    inventory.takeBack(id);
                }
            }
            inventory.move(mugs, UuidV7.next(), number % 2 == 0 ? "RECEIPT" : "ADJUSTMENT", 1, "NORTH");
            return null;
        });

        assertThat(inventory.level(mugs).reserved()).isZero();
    }

    private String mugs(long main, long east, long north) {
        var mugs = inventory.newItem("MUG", main);
        if (east > 0) {
            inventory.move(mugs, UuidV7.next(), "RECEIPT", east, "EAST");
        }
        if (north > 0) {
            inventory.move(mugs, UuidV7.next(), "RECEIPT", north, "NORTH");
        }
        return mugs;
    }

    private List<String> places(String sku) {
        return Inventory.places(inventory.inside(sku));
    }

    private void sell(String sku, long pieces) {
        var id = pieces == 3 ? hold : UuidV7.next();
        inventory.reserve(id, Inventory.line(sku, pieces));
        assertThat(inventory.commit(id).status()).isEqualTo(200);
    }
}
