package dev.covenant.audit.books;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Rows that belong to many things at once, found by one statement with {@code = ANY(:ids)} and told apart by their column {@code id}. */
record ById(Handle handle, Collection<UUID> ids) {

    /** In the statement's order; nothing for an id without rows. */
    <T> Map<UUID, List<T>> rows(String sql, RowMapper<T> mapper) {
        return handle
                .createQuery(sql)
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> Map.entry(Database.uuid(row, "id"), mapper.map(row, context)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
