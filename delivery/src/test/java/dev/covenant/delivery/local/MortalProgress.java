package dev.covenant.delivery.local;

import java.nio.file.Path;
import java.time.Duration;

import dev.covenant.devstack.stack.Part;
import dev.covenant.devstack.stack.Progress;

/** A deployer who is killed when so many steps are done. */
final class MortalProgress implements Progress {
    private int stepsLeft;

    MortalProgress(int stepsLeft) {
        this.stepsLeft = stepsLeft;
    }

    static Progress immortal() {
        return new MortalProgress(Integer.MAX_VALUE);
    }

    @Override
    public void done(String step, Duration took) {
        if (--stepsLeft == 0) {
            throw new Killed();
        }
    }

    @Override
    public void lost(Part part, Path log) {}
}
