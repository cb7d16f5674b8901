package dev.covenant.devstack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CovenantTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "token", "order", "dev", "test", "contracts"})
    void everyVerbExplainsItselfAndItsExitCodes(String verb) {
        assertThat(run(verb, "--help")).isZero();
        assertThat(out.toString()).contains("covenant " + verb).contains("Exit codes:");
    }

    @Test
    void withoutAVerbItListsThem() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("up ", "order ", "dev ", "test ");
    }

    @Test
    void aVerbOfAnotherModuleIsOneOfThem() {
        assertThat(run("greet")).isEqualTo(3);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("greet ");
    }

    @Test
    void anUnknownServiceIsAnsweredWithThoseThereAre() {
        assertThat(run("dev", "shipping")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines(
                        "There is no service \"shipping\". There are: orders, inventory, payments, registry.");
    }

    @Test
    void aServiceThatAVerbIsNotAboutIsAnsweredWithThoseThatItIs() {
        assertThat(run("contracts", "publish", "inventory")).isEqualTo(1);
        assertThat(err.toString()).contains("inventory expects nothing of another service. Others do: orders");
    }

    @Test
    void anUnknownRoleIsAnsweredWithThoseThereAre() {
        assertThat(run("token", "king")).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase("customer, merchandiser, finance");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThat(run("up", "--port", "orders=70000")).isEqualTo(1);
        assertThat(err.toString()).contains("70000 is no port");
    }

    @Test
    void anOrderIsOfOneKind() {
        assertThat(run("order", "--decline", "--shortage")).isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    private int run(String... arguments) {
        return Covenant.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
