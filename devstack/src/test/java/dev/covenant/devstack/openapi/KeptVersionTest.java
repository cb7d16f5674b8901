package dev.covenant.devstack.openapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.covenant.devstack.contracts.RegistryAddress;
import dev.covenant.devstack.openapi.MeasuredUse.Counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KeptVersionTest {
    private static final String NEW_FIELD =
            BreakingChangesTest.DOCUMENT.replace("        state:", "        weight: {type: number}\n        state:");
    private static final String WITHOUT_OLD = BreakingChangesTest.DOCUMENT.replace("get:", "delete:");

    private static final String OLD = "GET /api/v1/things";

    @TempDir
    private Path contracts;

    private ApiFolder folder;

    @BeforeEach
    void keepTheDocument() {
        folder = new ApiFolder(contracts);
        folder.keep(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT));
    }

    @Test
    void whatIsAsItsDocumentSaysIsFine() {
        check(BreakingChangesTest.DOCUMENT, false);
    }

    @Test
    void aDifferenceIsShownWithTheCommandThatAcceptsIt() {
        assertThatThrownBy(() -> check(NEW_FIELD, false))
                .hasMessageContaining("+        weight:")
                .hasMessageContaining("COVENANT_OPENAPI=accept ./mvnw -pl things");
    }

    @Test
    void anAcceptedDifferenceIsKept() {
        check(NEW_FIELD, true);

        check(NEW_FIELD, false);
    }

    @Test
    void whatBreaksConsumersIsNotAccepted() {
        var before = folder.text("things-v1");

        assertThatThrownBy(() -> check(BreakingChangesTest.DOCUMENT.replace("state:", "status:"), true))
                .hasMessageContaining("PUT /api/v1/things/{id}: answer 200 .state is gone")
                .hasMessageContaining("docs/versioning.md");
        assertThat(folder.text("things-v1")).isEqualTo(before);
    }

    @Test
    void whatGoesIsNotAcceptedWhileNobodyCanBeAskedWhetherItIsUsed() {
        assertThatThrownBy(() -> check(WITHOUT_OLD, true))
                .hasMessageContaining("GET /api/v1/things")
                .hasMessageContaining("PACT_BROKER_BASE_URL is not set");
    }

    @Test
    void whatWasAskedForInTheLastDaysMustStay() {
        var use = new MeasuredUse.Use(OLD, "shop", 3, LocalDate.of(2026, 11, 20));
        var retirement = measured(List.of(use), new Counting(OLD, 30, LocalDate.of(2026, 11, 20), false));

        assertThat(retirement.objections(List.of(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT))))
                .isEmpty();
        assertThat(retirement.objections(List.of(BreakingChangesTest.document(WITHOUT_OLD))))
                .containsExactly("shop asked for GET /api/v1/things 3 times in the last 30 days, last on 2026-11-20");
        assertThat(retirement.objectionsToRemovingWhatIsDeprecated(contracts)).hasSize(1);
    }

    @Test
    void silenceCountsOnlyWhenItWasListenedToAllTheTime() {
        var since = new Counting(OLD, 29, LocalDate.of(2026, 11, 20), false);

        assertThat(measured(List.of(), since).objectionsToRemovingWhatIsDeprecated(contracts))
                .containsExactly("requests for GET /api/v1/things were counted on 29 of the last 30 days");
        assertThat(measured(List.of()).objectionsToRemovingWhatIsDeprecated(contracts))
                .containsExactly("requests for GET /api/v1/things were counted on 0 of the last 30 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "401", "a month", ""})
    void silenceOfNoDaysIsNone(String days) {
        assertThatThrownBy(() -> Retirement.of("things", Map.of("COVENANT_RETIREMENT_DAYS", days)))
                .hasMessageContaining("COVENANT_RETIREMENT_DAYS is a number of days");
    }

    @Test
    void itMayGoWhenBothWereAskedAndNobodyObjects() {
        var measured = measured(List.of());
        var both = new Retirement(
                "things",
                Optional.of(new Deployments(RegistryAddress.local("http://localhost"))),
                measured.measured(),
                30);

        assertThat(both.mayGo(List.of())).isTrue();
        assertThat(both.mayGo(List.of("shop asked for it"))).isFalse();
        assertThat(measured.mayGo(List.of())).isFalse();
        assertThat(nobodyAsked().mayGo(List.of())).isFalse();
    }

    @Test
    void aRequestIsForWhateverItsVariablesAreCalledNow() {
        var asked = new MeasuredUse.Use("PUT /api/v1/things/{number}", "shop", 3, LocalDate.of(2026, 11, 20));

        assertThat(measured(List.of(asked))
                        .objections(List.of(BreakingChangesTest.document(BreakingChangesTest.DOCUMENT))))
                .isEmpty();
    }

    @Test
    void whatWasAnnouncedToStayStays() {
        var promised = new Counting(OLD, 30, LocalDate.of(2027, 6, 30), true);

        assertThat(measured(List.of(), promised).objectionsToRemovingWhatIsDeprecated(contracts))
                .containsExactly("GET /api/v1/things was announced to stay until 2027-06-30");
    }

    @Test
    void aVersionThatIsGoneLosesItsDocument() throws Exception {
        var gone = BreakingChangesTest.document("openapi: 3.1.0");
        Files.writeString(folder.file("things-v1"), """
                paths:
                  /api/v1/things:
                    get: {deprecated: true, responses: {}}
                """);

        assertThatThrownBy(() -> new KeptVersion(folder, former(), gone, List.of(), nobodyAsked()).check(false))
                .hasMessageContaining("unless it still uses what goes: GET /api/v1/things");
    }

    private void check(String served, boolean accepting) {
        var document = BreakingChangesTest.document(served);
        new KeptVersion(folder, former(), document, List.of(document), nobodyAsked()).check(accepting);
    }

    private List<FormerApis> former() {
        return FormerApis.of(folder, "things", List.of(), Map.of());
    }

    private static Retirement nobodyAsked() {
        return new Retirement("things", Optional.empty(), Optional.empty(), 30);
    }

    private static Retirement measured(List<MeasuredUse.Use> uses, Counting... counted) {
        var measured = new Retirement.Measured() {
            @Override
            public List<MeasuredUse.Use> ofLast(int days) {
                return uses;
            }

            @Override
            public List<Counting> countedInLast(int days) {
                return List.of(counted);
            }
        };
        return new Retirement("things", Optional.empty(), Optional.of(measured), 30);
    }
}
