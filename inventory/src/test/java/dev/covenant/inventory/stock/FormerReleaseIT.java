package dev.covenant.inventory.stock;

import java.sql.SQLException;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.inventory.testing.Books;
import dev.covenant.inventory.testing.Inventory;
import dev.covenant.inventory.testing.QuietHousekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The release before warehouses, on this schema: its statements word for word, as its role, while this release runs beside it. */
@RealServer(setup = QuietHousekeeping.class)
class FormerReleaseIT {
    private static final String SELL =
            "UPDATE stock_item SET on_hand = on_hand - :pieces, reserved = reserved - :pieces WHERE sku = :sku";
    private static final String RESERVE =
            "UPDATE stock_item SET reserved = reserved + :pieces WHERE sku = :sku AND on_hand - reserved >= :pieces";
    private static final String MOVEMENT =
            "INSERT INTO stock_movement (movement_id, client, sku, type, quantity, reason, reservation_id, applied) "
                    + "VALUES (:id, 'orders', :sku, 'SALE', -:pieces, 'reservation committed', :id, true)";

    private final ServerUnderTest server;
    private final Inventory inventory;
    private final Jdbi former;

    FormerReleaseIT(ServerUnderTest server) {
        this.server = server;
        inventory = Inventory.as("merchandiser", server);
        former = Jdbi.create(server.runtime());
    }

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(Books.wrong(server)).isEmpty();
    }

    @Test
    void sellsFromMainAsIfThereWereNoOther() {
        var mugs = inventory.newItem("MUG", 3);
        inventory.move(mugs, UuidV7.next(), "RECEIPT", 5, "EAST");

        sell(mugs, 3);

        assertThat(Inventory.places(inventory.inside(mugs))).containsExactly("MAIN 0 - 0", "EAST 5 - 0");
    }

    @Test
    void cannotSellWhatLiesWhereItDoesNotLook() {
        var mugs = inventory.newItem("MUG", 3);
        inventory.move(mugs, UuidV7.next(), "RECEIPT", 5, "EAST");

        assertThatThrownBy(() -> sell(mugs, 4))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("stock_item_elsewhere");
    }

    private void sell(String sku, long pieces) {
        former.useTransaction(handle -> {
            handle.createUpdate(RESERVE).bind("sku", sku).bind("pieces", pieces).execute();
            handle.createUpdate(MOVEMENT)
                    .bind("id", UuidV7.next())
                    .bind("sku", sku)
                    .bind("pieces", pieces)
                    .execute();
            handle.createUpdate(SELL).bind("sku", sku).bind("pieces", pieces).execute();
        });
    }
}
