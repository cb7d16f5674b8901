package dev.covenant.audit.books;

import java.util.UUID;

/** One step of a saga. @param commandId under which the neighbour knows it */
public record Step(String name, UUID commandId, String state, String outcome, String detail, int asked) {}
