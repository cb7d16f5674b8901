package dev.covenant.chassis.superseded;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SupersededUseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final int FEW = 3;

    private final Table table = new Table();
    private final SupersededUse use =
            new SupersededUse(null, table, Clock.fixed(Instant.parse("2026-11-26T23:59:59Z"), ZoneOffset.UTC));

    @Test
    void whatIsCountedWhileTheDatabaseIsAwayIsStoredLater() {
        table.away = true;
        use.count("GET /a", "ann");
        use.count("GET /a", "ann");
        table.away = false;
        use.store();

        assertThat(table.stored).isEqualTo(Map.of(new Use("GET /a", "ann", TODAY), 2L));
    }

    @Test
    void aLongOutageFillsNoMemoryAndHidesNoOperationThatIsInUse() {
        table.away = true;
        IntStream.range(0, SupersededUse.MOST_WAITING + FEW).forEach(client -> use.count("GET /a", "client-" + client));
        use.count("GET /b", "ann");
        table.away = false;
        use.store();

        assertThat(table.stored)
                .hasSize(SupersededUse.MOST_WAITING + 2)
                .containsEntry(new Use("GET /a", SupersededUse.OTHERS, TODAY), (long) FEW)
                .containsEntry(new Use("GET /b", SupersededUse.OTHERS, TODAY), 1L);
    }

    private static final class Table extends UseTable {
        private final SortedMap<Use, Long> stored = new TreeMap<>();
        private boolean away;

        private Table() {
            super(null);
        }

        @Override
        public void add(SortedMap<Use, Long> requests) {
            if (away) {
                throw new IllegalStateException("no database");
            }
            requests.forEach((use, count) -> stored.merge(use, count, Long::sum));
        }
    }
}
