package dev.covenant.devstack.cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DevOutputTest {
    private final DevOutput output = new DevOutput();

    @BeforeEach
    void running() {
        assertThat(output.shown("[INFO] Scanning for projects...")).isEmpty();
        assertThat(output.shown("[INFO] *    Liberty is running in dev mode.")).isPresent();
    }

    @Test
    void tellsThatTheChangeRuns() {
        assertThat(output.shown(
                        "[INFO] [11/22/26, 18:45:46:316 UTC] 0000004f AppMessageHelper A CWWKZ0003I: The application"
                                + " inventory updated in 1.264 seconds."))
                .hasValue("The changed application runs (redeployed in 1.264 s).");
    }

    @Test
    void tellsWhatTheCompilerRefuses() {
        assertThat(output.shown("[ERROR] StockResource.java:[12,5] cannot find symbol"))
                .hasValue("StockResource.java:[12,5] cannot find symbol");
    }

    @Test
    void tellsWhatTheServerComplainsAboutAndWhatTheServiceSays() {
        assertThat(output.shown("[INFO] [..] 0000004f AppManager E CWWKZ0002E: An exception occurred"))
                .isPresent();
        assertThat(output.shown("[INFO] [..] 0000004f dev.covenant.inventory.stock.Shelf I 3 pieces found"))
                .isPresent();
    }

    @Test
    void leavesOutTheRest() {
        assertThat(output.shown("[INFO] [..] 0000004f WebGroup I SRVE0169I: Loading Web Module: inventory."))
                .isEmpty();
        assertThat(output.shown(
                        "[INFO] [..] 00000060 resteasy_jaxrs.i18n I RESTEASY002225: Deploying jakarta.ws.rs.core"))
                .isEmpty();
        assertThat(output.shown("[INFO] Running liberty:deploy")).isEmpty();
    }
}
