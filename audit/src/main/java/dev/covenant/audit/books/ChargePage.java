package dev.covenant.audit.books;

import java.util.List;

/** Some of the provider's charges, in the order of their ids. @param next the id to go on behind; null when these were the last */
public record ChargePage(List<Charge> charges, String next) {}
