package dev.covenant.devstack.contracts.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.covenant.devstack.Workspace;

import static org.assertj.core.api.Assertions.assertThat;

/** The rehearsals take minutes and are run by hand; whether their changes still fit the code is seen here. */
class RehearsalEditsTest {
    static Stream<Edit> edits() {
        return Stream.of(
                        Mutation.all().stream().flatMap(mutation -> mutation.edits().stream()),
                        BranchStory.need().stream(),
                        BranchStory.gift().stream(),
                        Stream.of(BranchStory.goingOn()))
                .flatMap(edits -> edits);
    }

    static Stream<Mutation> breaking() {
        return Mutation.all().stream().filter(Mutation::breaks);
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void areAboutAnInteraction(Mutation mutation) throws IOException {
        var pacts = Workspace.find().root().resolve("contracts/pacts");
        try (var files = Files.newDirectoryStream(pacts, "*-" + mutation.provider() + ".json")) {
            assertThat(files).anySatisfy(pact -> assertThat(Files.readString(pact))
                    .contains("\"description\": \"" + mutation.broken() + "\""));
        }
    }

    @ParameterizedTest
    @MethodSource("edits")
    void fitTheCode(Edit edit) throws IOException {
        assertThat(edit.fits(Files.readString(Workspace.find().root().resolve(edit.file()))))
                .as("%s has once: %s", edit.file(), edit.from())
                .isTrue();
    }
}
