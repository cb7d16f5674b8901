package dev.covenant.devstack.testing.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The table of one service: the first one below the heading with its name. Its first column holds the endpoints, its others the kinds
 * of caller.
 *
 * @param callers the names of the columns
 */
record AccessTable(List<String> callers, List<Endpoint> endpoints) {
    static AccessTable of(String service, Path document) {
        try {
            return of(service, Files.readAllLines(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccessTable of(String service, List<String> lines) {
        var rows = lines.stream()
                .dropWhile(line -> !line.equals("### " + service))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(AccessTable::cells)
                .toList();
        if (rows.size() < 3) {
            throw new IllegalArgumentException("There is no table below the heading ### " + service);
        }
        var header = rows.getFirst();
        var endpoints = rows.stream().skip(2).map(row -> endpoint(header, row)).toList();
        return new AccessTable(header.subList(1, header.size()), endpoints);
    }

    private static Endpoint endpoint(List<String> header, List<String> row) {
        if (row.size() != header.size()) {
            throw new IllegalArgumentException("Not as many cells as columns: " + row);
        }
        var cells = new LinkedHashMap<String, String>();
        for (var column = 1; column < header.size(); column++) {
            cells.put(header.get(column), row.get(column));
        }
        var methodAndPath = row.getFirst().split(" ");
        return new Endpoint(methodAndPath[0], methodAndPath[1], cells);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
