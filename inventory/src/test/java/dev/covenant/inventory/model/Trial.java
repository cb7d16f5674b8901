package dev.covenant.inventory.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sequence, run once. */
final class Trial {
    private final Service service;
    private final Names names = Names.fresh();
    private final List<String> said = new ArrayList<>();
    private World world = World.EMPTY;

    private Trial(Service service) {
        this.service = service;
    }

    /** Empty when service and model agree on every answer and on what they lead to; else what happened. */
    static Optional<String> disagreement(List<Command> commands, Service service) {
        var trial = new Trial(service);
        return trial.agreesOn(commands) && trial.agreesOn(trial.allThatIsThere()) && trial.agreesOn(trial.tidyingUp())
                ? Optional.empty()
                : Optional.of(String.join("\n", trial.said));
    }

    private boolean agreesOn(List<Command> commands) {
        return commands.stream().allMatch(this::agreesOn);
    }

    private boolean agreesOn(Command command) {
        var answer = service.answer(command, names);
        var expected = Outcome.of(command, world);
        world = expected.after();
        said.add("%s -> %s".formatted(command, answer));
        if (answer.equals(expected.answer())) {
            return true;
        }
        said.add("expected " + expected.answer());
        return false;
    }

    private List<Command> allThatIsThere() {
        var questions = new ArrayList<Command>();
        questions.add(new Command.LookAround());
        world.claims().forEach((number, claim) -> questions.add(new Command.Find(claim.client(), number)));
        return questions;
    }

    /** Leaves no hold behind whose time is over: a request looks only at the oldest. */
    private List<Command> tidyingUp() {
        var commands = new ArrayList<Command>();
        world.claims().forEach((number, claim) -> {
            if (claim.mayBeGivenUp()) {
                commands.add(new Command.Release(claim.client(), number));
            }
        });
        return commands;
    }
}
