package dev.covenant.audit.books;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An entry of the ledger. @param key what it is about: {@code paymentId:operation} or {@code refundId:refund} */
public record Journal(long id, String key, Instant recordedAt, List<Posting> postings) {

    public boolean isBalanced() {
        return postings.size() >= 2 && sums().values().stream().allMatch(sum -> sum == 0);
    }

    /** Of its postings, per currency. */
    public Map<String, Long> sums() {
        return postings.stream()
                .collect(Collectors.groupingBy(
                        Posting::currency, TreeMap::new, Collectors.summingLong(Posting::amount)));
    }
}
