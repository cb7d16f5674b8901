package dev.covenant.registry.api.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.covenant.registry.api.page.NetworkLayout.Arrow;

/**
 * Which applications stand in a column: each to the right of all that depend on it, as far as there is no circle. In a column those stand
 * near each other that have the same neighbours, so that few lines cross. Where a line passes a column it has a place of its own there,
 * so that it runs into no box.
 */
final class NetworkLayers {
    private static final int SWEEPS = 4;

    private final Map<String, Set<String>> providers = new TreeMap<>();
    private final Map<String, Integer> column = new HashMap<>();
    private final Map<Stop, Set<Stop>> neighbours = new HashMap<>();

    private NetworkLayers(List<Arrow> arrows) {
        arrows.forEach(arrow -> {
            providers.computeIfAbsent(arrow.consumer(), _ -> new TreeSet<>()).add(arrow.provider());
            providers.computeIfAbsent(arrow.provider(), _ -> new TreeSet<>());
        });
        placeInColumns();
    }

    static Layers of(List<Arrow> arrows) {
        var layers = new NetworkLayers(arrows);
        var routes = arrows.stream().map(layers::route).toList();
        return new Layers(layers.inOrder(routes), routes);
    }

    /** Those on whom others depend come before them in the order; who is met again on the way is a circle, which is cut there. */
    private void placeInColumns() {
        var order = new ArrayList<String>();
        var met = new HashSet<String>();
        providers.keySet().forEach(name -> visit(name, met, order));
        var done = new HashSet<String>();
        for (var name : order.reversed()) {
            done.add(name);
            var own = column.computeIfAbsent(name, _ -> 0);
            providers.get(name).stream()
                    .filter(provider -> !done.contains(provider))
                    .forEach(provider -> column.merge(provider, own + 1, Math::max));
        }
    }

    private void visit(String name, Set<String> met, List<String> order) {
        if (met.add(name)) {
            providers.get(name).forEach(provider -> visit(provider, met, order));
            order.add(name);
        }
    }

    private List<Stop> route(Arrow arrow) {
        var first = new Stop(arrow.consumer(), null, column.get(arrow.consumer()));
        var last = new Stop(arrow.provider(), null, column.get(arrow.provider()));
        var between = IntStream.range(first.column() + 1, last.column())
                .mapToObj(passed -> new Stop(arrow.consumer(), arrow.provider(), passed));
        var route = Stream.of(Stream.of(first), between, Stream.of(last))
                .flatMap(stops -> stops)
                .toList();
        for (var index = 1; index < route.size(); index++) {
            meet(route.get(index - 1), route.get(index));
            meet(route.get(index), route.get(index - 1));
        }
        return route;
    }

    private void meet(Stop one, Stop other) {
        neighbours.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
    }

    /** One column at a time: two that followed each other at once would only change places for ever. */
    private List<List<Stop>> inOrder(List<List<Stop>> routes) {
        var columns = new ArrayList<>(routes.stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Stop::name))
                .collect(Collectors.groupingBy(Stop::column, TreeMap::new, Collectors.toList()))
                .values());
        for (var turn = 1; turn <= SWEEPS * columns.size(); turn++) {
            var place = turn % columns.size();
            columns.set(place, ordered(columns.get(place), heights(columns)));
        }
        return columns;
    }

    private List<Stop> ordered(List<Stop> stops, Map<Stop, Double> heights) {
        return stops.stream()
                .sorted(Comparator.comparingDouble(stop -> neighbours.get(stop).stream()
                        .mapToDouble(heights::get)
                        .average()
                        .orElse(0)))
                .toList();
    }

    /** From 0 at the top to 1 at the bottom. */
    private static Map<Stop, Double> heights(List<List<Stop>> columns) {
        var heights = new HashMap<Stop, Double>();
        columns.forEach(stops -> {
            for (var index = 0; index < stops.size(); index++) {
                heights.put(stops.get(index), (index + 0.5) / stops.size());
            }
        });
        return heights;
    }

    /**
     * @param columns from left to right, each from top to bottom
     * @param routes of the lines, in the order in which they were given, from the consumer to the provider
     */
    record Layers(List<List<Stop>> columns, List<List<Stop>> routes) {}

    /**
     * An application, or a place where a line passes a column.
     *
     * @param name of the application, or of the consumer whose line it is
     * @param passingTo the provider of the line that passes; null for an application
     */
    record Stop(String name, String passingTo, int column) {
        boolean isApplication() {
            return passingTo == null;
        }
    }
}
