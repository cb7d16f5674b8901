package dev.covenant.registry.pacticipant;

import java.util.Optional;

/** New values for a pacticipant; what is empty stays as it is. */
public record PacticipantChange(
        Optional<String> displayName, Optional<String> repositoryUrl, Optional<String> mainBranch) {
    public static final PacticipantChange NONE =
            new PacticipantChange(Optional.empty(), Optional.empty(), Optional.empty());
}
