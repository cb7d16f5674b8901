package dev.covenant.registry.model;

/** What clients tell. Pacticipants are letters, versions and contents are numbers; each history gives the letters names of its own. */
sealed interface Event {
    /** @param branch null for none */
    record Publish(String consumer, String version, String provider, String content, String branch) implements Event {}

    /** Of what that consumer version says, if it says anything. */
    record Verify(String consumer, String version, String provider, String providerVersion, boolean success)
            implements Event {}

    record PutOnBranch(String pacticipant, String version, String branch) implements Event {}

    record Tag(String pacticipant, String version) implements Event {}

    /** @param instance null for the one without a name */
    record Deploy(String pacticipant, String version, String instance) implements Event {}

    record Undeploy(String pacticipant, String instance) implements Event {}

    record Release(String pacticipant, String version) implements Event {}

    record EndSupport(String pacticipant, String version) implements Event {}

    record DeletePact(String consumer, String version, String provider) implements Event {}

    record DeleteVersion(String pacticipant, String version) implements Event {}
}
