package dev.covenant.delivery.gate;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.covenant.devstack.DevstackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SilenceIsConsentTest {

    @Test
    void onlyANoIsANo() {
        var no = new Verdict.No(List.of("orders needs more"));
        assertThat(asked(() -> no)).isEqualTo(no);
        assertThat(asked(Verdict.Yes::new)).isEqualTo(new Verdict.Yes());
        assertThat(asked(SilenceIsConsentTest::away)).isEqualTo(new Verdict.Yes());
    }

    @Test
    void whatIsNotRecordedIsNotSaidToBe() {
        var registry = new SilenceIsConsent(new Answering(SilenceIsConsentTest::away));
        assertThatThrownBy(() -> registry.recordDeployment("payments", "c0ffee", "production"))
                .hasMessage("no answer");
        assertThatThrownBy(() -> registry.recordWithdrawal("payments", "production"))
                .hasMessage("no answer");
    }

    private static Verdict asked(Answer answer) {
        return new SilenceIsConsent(new Answering(answer)).canIDeploy("payments", "c0ffee", "production");
    }

    private static Verdict away() {
        throw new DevstackException("no answer");
    }

    private interface Answer {
        Verdict verdict();
    }

    private record Answering(Answer answer) implements Registry {

        @Override
        public Verdict canIDeploy(String service, String version, String environment) {
            return answer.verdict();
        }

        @Override
        public void recordDeployment(String service, String version, String environment) {
            answer.verdict();
        }

        @Override
        public void recordWithdrawal(String service, String environment) {
            answer.verdict();
        }
    }
}
