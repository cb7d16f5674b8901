package dev.covenant.registry.model;

/** Whether a version can be deployed beside certain versions of the others. */
record Question(String pacticipant, String version, Target target) {
    enum Target {
        ENVIRONMENT,
        LATEST,
        MAIN_BRANCH,
        /** All of its versions, as clients ask that leave out {@code latest}. */
        BRANCH,
        TAG
    }
}
