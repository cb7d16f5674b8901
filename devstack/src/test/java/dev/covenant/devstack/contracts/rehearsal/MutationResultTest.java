package dev.covenant.devstack.contracts.rehearsal;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.contracts.Verified;
import dev.covenant.devstack.stack.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MutationResultTest {
    private static final String MESSAGE =
            "BROKEN   inventory ...\n\n  consumer     orders\n  interaction  a request to reserve\n";
    private static final Verified BROKEN = new Verified(13, List.of(MESSAGE), List.of());
    private static final Verified KEPT = new Verified(14, List.of(), List.of());

    @Test
    void aBreakHasToBeNoticedByVerificationAndRegistry() {
        assertThat(breaking(BROKEN, false).isRight()).isTrue();
        assertThat(breaking(BROKEN, true).isRight()).isFalse();
        assertThat(breaking(KEPT, false).isRight()).isFalse();
    }

    @Test
    void aBreakHasToBeNamed() {
        assertThat(breaking(BROKEN, false).interactions()).containsExactly("a request to reserve");
        assertThat(breaking(new Verified(13, List.of("BROKEN   ..."), List.of()), false)
                        .isRight())
                .isFalse();
    }

    @Test
    void aBreakHasToBeNamedByTheInteractionThatIsAboutIt() {
        var another = new Verified(13, List.of(MESSAGE.replace("reserve", "commit")), List.of());

        assertThat(breaking(another, false).isRight()).isFalse();
    }

    @Test
    void aProviderThatNothingWouldBeTriedWithIsNoSuccess() {
        assertThatCode(() -> MutationCheck.requireKnown(Set.of(Part.INVENTORY, Part.PAYMENTS, Part.ORDERS)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MutationCheck.requireKnown(Set.of(Part.REGISTRY)))
                .hasMessageContaining("No change is known that breaks registry");
    }

    @Test
    void whatHarmsNobodyHasToStayGreen() {
        assertThat(harmless(KEPT, true).isRight()).isTrue();
        assertThat(harmless(KEPT, false).isRight()).isFalse();
        assertThat(harmless(BROKEN, false).isRight()).isFalse();
        assertThat(harmless(new Verified(13, List.of(), List.of(MESSAGE)), true).isRight())
                .isFalse();
    }

    private static MutationCheck.Result breaking(Verified verified, boolean deployable) {
        return result("a request to reserve", verified, deployable);
    }

    private static MutationCheck.Result harmless(Verified verified, boolean deployable) {
        return result("", verified, deployable);
    }

    private static MutationCheck.Result result(String broken, Verified verified, boolean deployable) {
        return new MutationCheck.Result(
                new Mutation(Part.INVENTORY, "changes", broken, List.of()), verified, deployable);
    }
}
