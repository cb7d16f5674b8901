package dev.covenant.chaos.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import dev.covenant.chaos.planted.Plant;
import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

class PlantedScheduleTest {
    /** What is run to find a bug strikes where the bug does harm. */
    @ParameterizedTest
    @MethodSource("plants")
    void hasTheFaultsThatTheBugTakes(Plant plant) {
        var command = new ChaosCommand();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(plant.arguments().toArray(String[]::new));

        assertThat(command.plan().schedule())
                .map(strike -> strike.blow() + " " + strike.target())
                .containsAll(plant.needs());
    }

    static Iterable<Plant> plants() {
        return Plant.in(Workspace.find().root().resolve("chaos/planted"));
    }
}
