package dev.covenant.delivery.local;

/** SIGKILL in the middle of a deployment: nobody catches it, nothing is tidied up, and the system drops the lock. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;
}
