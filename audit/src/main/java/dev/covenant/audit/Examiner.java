package dev.covenant.audit;

import java.util.Collection;
import java.util.List;

import dev.covenant.audit.checks.DossierCheck;
import dev.covenant.audit.dossier.CaseKey;
import dev.covenant.audit.dossier.Dossier;
import dev.covenant.audit.dossier.Dossiers;
import dev.covenant.audit.dossier.SecondLook;

/** Puts every check to each dossier of a batch, and tells what is wrong from what only moved. */
final class Examiner {
    private final Dossiers dossiers;
    private final SecondLook secondLook;
    private final List<DossierCheck> checks;
    private final boolean settled;
    private final Tally tally;

    /** @param settled nothing should move, so what is wrong and moves counts as wrong */
    Examiner(Dossiers dossiers, SecondLook secondLook, List<DossierCheck> checks, boolean settled, Tally tally) {
        this.dossiers = dossiers;
        this.secondLook = secondLook;
        this.checks = checks;
        this.settled = settled;
        this.tally = tally;
        checks.forEach(check -> tally.expect(check.check()));
    }

    void examine(Collection<CaseKey> keys) {
        var seen = dossiers.read(keys).values();
        seen.forEach(this::count);
        var suspects = seen.stream().filter(this::isSuspicious).toList();
        var confirmed = secondLook.confirm(suspects, this::isSuspicious);
        confirmed.standing().forEach(this::report);
        if (settled) {
            confirmed.moving().forEach(this::report);
        } else {
            tally.moving(confirmed.moving().size());
        }
    }

    private void count(Dossier dossier) {
        checks.stream().filter(check -> check.concerns(dossier)).forEach(check -> tally.examined(check.check()));
    }

    private boolean isSuspicious(Dossier dossier) {
        return checks.stream().anyMatch(check -> check.find(dossier).isPresent());
    }

    private void report(Dossier dossier) {
        checks.forEach(check -> check.find(dossier)
                .ifPresent(finding -> tally.violated(check.check(), finding, dossier.ids(), dossier)));
    }
}
