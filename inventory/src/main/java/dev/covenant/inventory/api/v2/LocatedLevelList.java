package dev.covenant.inventory.api.v2;

import java.util.List;

/** The levels asked for, ordered by SKU; a SKU that inventory does not know is not among them. */
public record LocatedLevelList(List<LocatedLevel> items) {}
