package dev.covenant.inventory.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import dev.covenant.inventory.stock.MovementOutcome.Applied;
import dev.covenant.inventory.stock.MovementOutcome.BelongsToAnother;
import dev.covenant.inventory.stock.MovementOutcome.DifferentRequest;
import dev.covenant.inventory.stock.MovementOutcome.OutOfRange;

/** Records a receipt or an adjustment once, whatever is sent twice or at once. A receipt of a new SKU makes its stock row. */
@ApplicationScoped
public class RecordMovement {
    private final StockMovements movements;

    @Inject
    public RecordMovement(StockMovements movements) {
        this.movements = movements;
    }

    @Transactional
    public MovementOutcome record(Movement movement, String client) {
        if (!movements.insert(movement, client)) {
            return replay(movement, client);
        }
        if (movements.apply(movement)) {
            return new Applied(movement);
        }
        movements.markRefused(movement.id());
        return new OutOfRange(movement);
    }

    private MovementOutcome replay(Movement movement, String client) {
        var earlier = movements.get(movement.id());
        if (!earlier.client().equals(client)) {
            return new BelongsToAnother();
        }
        if (!earlier.movement().equals(movement)) {
            return new DifferentRequest();
        }
        return earlier.applied() ? new Applied(movement) : new OutOfRange(movement);
    }
}
