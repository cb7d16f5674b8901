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
        return Stream.concat(
                Mutation.all().stream().flatMap(mutation -> mutation.edits().stream()),
                Stream.of(BranchStory.need(), BranchStory.goingOn(), BranchStory.gift()));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void fitTheCode(Edit edit) throws IOException {
        assertThat(edit.fits(Files.readString(Workspace.find().root().resolve(edit.file()))))
                .as("%s has once: %s", edit.file(), edit.from())
                .isTrue();
    }
}
