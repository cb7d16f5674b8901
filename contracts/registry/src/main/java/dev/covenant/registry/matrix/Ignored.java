package dev.covenant.registry.matrix;

import java.util.List;

/** What of an answer does not count, as whoever asks wishes. */
record Ignored(List<Choice> choices) {

    boolean covers(MatrixRow row) {
        return choices.stream()
                .anyMatch(choice -> choice.pacticipantId() == row.consumerId()
                                && choice.contains(row.consumerVersionId())
                        || choice.pacticipantId() == row.providerId() && choice.contains(row.providerVersionId()));
    }

    /** All that it means. What is not there covers nothing. */
    boolean covers(Choice other) {
        return choices.stream()
                .filter(choice -> choice.pacticipantId() == other.pacticipantId() && !choice.isMissing())
                .anyMatch(choice ->
                        choice.criterion().isAll() || choice.criterion().equals(other.criterion()));
    }

    List<VersionSelector> unknown(List<VersionSelector> wished) {
        return wished.stream()
                .filter(selector -> choices.stream()
                        .noneMatch(choice -> choice.pacticipant().equals(selector.pacticipant())
                                && choice.criterion().equals(selector.criterion())
                                && !choice.isMissing()))
                .toList();
    }
}
