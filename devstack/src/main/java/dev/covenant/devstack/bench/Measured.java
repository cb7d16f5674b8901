package dev.covenant.devstack.bench;

/** @param confirmedPerSecond orders that were confirmed while it lasted, waits for the last answers included */
record Measured(double confirmedPerSecond, Tally answers) {
    @Override
    public String toString() {
        return "%.1f/s confirmed; %s".formatted(confirmedPerSecond, told());
    }

    private String told() {
        return "%d ended (median %.0f ms), %d pending, %d refused, %d given up, %d failed"
                .formatted(
                        answers.count(Outcome.ENDED),
                        answers.wait(Outcome.ENDED, 50),
                        answers.count(Outcome.PENDING),
                        answers.count(Outcome.REFUSED),
                        answers.count(Outcome.GIVEN_UP),
                        answers.count(Outcome.FAILED));
    }
}
