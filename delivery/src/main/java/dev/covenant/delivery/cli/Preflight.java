package dev.covenant.delivery.cli;

import java.util.List;
import java.util.stream.Stream;

import dev.covenant.delivery.pipeline.Stage;

/** What stages need and can be seen before the first of them: nobody wants to hear of it after minutes of tests. */
record Preflight(Shipping shipping) {

    /** @throws dev.covenant.devstack.DevstackException with what is missing and what to do */
    void check(List<Stage> stages) {
        if (stages.contains(Stage.CONTRACTS)) {
            shipping.revisions().requireClean();
        }
        if (Stream.of(Stage.CONTRACTS, Stage.STAGING, Stage.PRODUCTION).anyMatch(stages::contains)) {
            shipping.registry().close();
        }
        Stream.of(Stage.STAGING, Stage.PRODUCTION)
                .filter(stages::contains)
                .forEach(stage -> shipping.environment(stage.toString()).requireUp());
    }
}
