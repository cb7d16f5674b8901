package dev.covenant.orders.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

import dev.covenant.chassis.ids.UuidV7;
import dev.covenant.chassis.secrets.Sealer;

/**
 * The rows of a saga's steps. Requests are sealed, because one of them holds the customer's payment token, and go with the answer that
 * decides their step.
 */
@ApplicationScoped
class SagaSteps {
    private final Jdbi jdbi;
    private final Sealer sealer;

    @Inject
    SagaSteps(Jdbi jdbi, @ConfigProperty(name = "ENCRYPTION_KEY") String key) {
        this.jdbi = jdbi;
        this.sealer = new Sealer(key);
    }

    void insert(UUID orderId, Collection<SagaStep> steps) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("INSERT INTO saga_step (order_id, step, command_id, request, state) "
                    + "VALUES (:order, :step, :id, :request, :state)");
            steps.forEach(step -> batch.bind("order", orderId)
                    .bind("step", step.name())
                    .bind("id", step.commandId())
                    .bind(
                            "request",
                            step.request() == null ? null : sealer.seal(step.request(), context(orderId, step.name())))
                    .bind("state", step.state())
                    .add());
            batch.execute();
        });
    }

    Map<StepName, SagaStep> of(UUID orderId) {
        var steps = new EnumMap<StepName, SagaStep>(StepName.class);
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT step, command_id, request, state, outcome, detail FROM saga_step WHERE order_id = :order")
                .bind("order", orderId)
                .map((row, context) -> read(orderId, row))
                .forEach(step -> steps.put(step.name(), step)));
        return steps;
    }

    /**
     * A step is decided once: what comes for it later changes nothing. A step whose id is spent gets its new id in the same statement:
     * the old one is never asked for again.
     *
     * @return the steps that were still open
     */
    Set<StepName> record(UUID orderId, Map<StepName, StepAnswer> answers) {
        return jdbi.withHandle(handle -> {
            var batch =
                    handle.prepareBatch("UPDATE saga_step SET state = :state, outcome = :outcome, detail = :detail, "
                            + "asked = asked + 1, request = CASE WHEN :state IN ('PLANNED', 'UNKNOWN') THEN request END, "
                            + "command_id = CASE WHEN :outcome = '" + SagaStep.ID_SPENT
                            + "' THEN :fresh ELSE command_id END WHERE order_id = :order AND step = :step "
                            + "AND state IN ('PLANNED', 'UNKNOWN')");
            answers.forEach((name, answer) -> batch.bind("state", StepState.after(answer))
                    .bind("outcome", outcome(answer))
                    .bind("detail", detail(answer))
                    .bind("fresh", UuidV7.next())
                    .bind("order", orderId)
                    .bind("step", name)
                    .add());
            return changed(answers.keySet(), batch.execute());
        });
    }

    /** @param rows how many each of the statements has changed, in the order of the names */
    private static Set<StepName> changed(Set<StepName> names, int[] rows) {
        var changed = EnumSet.noneOf(StepName.class);
        var statement = 0;
        for (var name : names) {
            if (rows[statement++] == 1) {
                changed.add(name);
            }
        }
        return changed;
    }

    private static String outcome(StepAnswer answer) {
        return switch (answer) {
            case StepAnswer.Refused(var type, var _) -> type;
            case StepAnswer.IdSpent _ -> SagaStep.ID_SPENT;
            case StepAnswer.NotUnderstood _ -> SagaStep.NOT_UNDERSTOOD;
            case StepAnswer.Done(), StepAnswer.Unknown _, StepAnswer.NotAsked _ -> null;
        };
    }

    private static String detail(StepAnswer answer) {
        return switch (answer) {
            case StepAnswer.Refused(var _, var detail) -> detail;
            case StepAnswer.Undecided undecided -> undecided.cause();
            case StepAnswer.Done() -> null;
        };
    }

    /** For a saga that turned back: its forward steps are never asked again. */
    void forgetRequests(UUID orderId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE saga_step SET request = NULL WHERE order_id = :order AND request IS NOT NULL")
                .bind("order", orderId)
                .execute());
    }

    private SagaStep read(UUID orderId, ResultSet row) throws SQLException {
        var name = StepName.valueOf(row.getString("step"));
        var sealed = row.getBytes("request");
        return new SagaStep(
                name,
                row.getObject("command_id", UUID.class),
                sealed == null ? null : sealer.open(sealed, context(orderId, name)),
                StepState.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getString("detail"));
    }

    private static String context(UUID orderId, StepName step) {
        return orderId + ":" + step;
    }
}
