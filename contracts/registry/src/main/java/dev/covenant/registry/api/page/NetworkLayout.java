package dev.covenant.registry.api.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.covenant.registry.api.page.NetworkLayers.Stop;

/**
 * Where everything stands in the picture, in pixels.
 *
 * @param boxes one for each application, in the order in which the keyboard passes them
 * @param lines one for each pair, from consumer to provider
 */
public record NetworkLayout(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 200;
    private static final int BOX_HEIGHT = 38;
    private static final int GAP = 110;
    private static final int ROW = 60;
    private static final int MARGIN = 16;
    private static final int LONGEST_NAME = 22;
    private static final int TIP = 2;

    static NetworkLayout of(List<Arrow> arrows) {
        var layers = NetworkLayers.of(arrows);
        var columns = layers.columns();
        var rows = columns.stream().mapToInt(List::size).max().orElse(0);
        var boxes = boxes(columns, rows);
        return new NetworkLayout(
                2 * MARGIN + columns.size() * (BOX_WIDTH + GAP) - GAP,
                2 * MARGIN + rows * ROW - (ROW - BOX_HEIGHT),
                columns.stream()
                        .flatMap(List::stream)
                        .filter(Stop::isApplication)
                        .map(boxes::get)
                        .toList(),
                IntStream.range(0, arrows.size())
                        .mapToObj(index ->
                                new Line(arrows.get(index), path(layers.routes().get(index), boxes)))
                        .toList());
    }

    private static Map<Stop, Box> boxes(List<List<Stop>> columns, int rows) {
        var boxes = new HashMap<Stop, Box>();
        for (var stops : columns) {
            var top = MARGIN + (rows - stops.size()) * ROW / 2;
            for (var row = 0; row < stops.size(); row++) {
                var stop = stops.get(row);
                var left = MARGIN + stop.column() * (BOX_WIDTH + GAP);
                boxes.put(stop, new Box(stop.name(), left, top + row * ROW));
            }
        }
        return boxes;
    }

    /** Bent from column to column, straight where it passes one. */
    private static String path(List<Stop> route, Map<Stop, Box> boxes) {
        var from = boxes.get(route.getFirst());
        var path = new StringBuilder("M%d %d".formatted(from.right(), from.middle()));
        for (var stop : route.subList(1, route.size())) {
            var to = boxes.get(stop);
            var end = to.x() - (stop.isApplication() ? TIP : 0);
            var bend = Math.max(GAP / 2, Math.abs(end - from.right()) / 2);
            path.append(" C%d %d %d %d %d %d"
                    .formatted(from.right() + bend, from.middle(), end - bend, to.middle(), end, to.middle()));
            if (!stop.isApplication()) {
                path.append(" H%d".formatted(to.right()));
            }
            from = to;
        }
        return path.toString();
    }

    /** A consumer's dependence on a provider. */
    public record Arrow(String consumer, String provider, Verdict verdict) {}

    /** Its left upper corner. */
    public record Box(String name, int x, int y) {
        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }

        int right() {
            return x + BOX_WIDTH;
        }

        int middle() {
            return y + BOX_HEIGHT / 2;
        }

        /** As much of the name as there is room for. */
        public String label() {
            return name.codePointCount(0, name.length()) <= LONGEST_NAME
                    ? name
                    : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
        }
    }

    /** @param path as SVG draws it */
    public record Line(Arrow arrow, String path) {}
}
