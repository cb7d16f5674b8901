package dev.covenant.chaos.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A chart in SVG over the time of a run. All charts of a report have the same time axis at the same place. */
final class Chart {
    static final int WIDTH = 1_000;
    private static final int LEFT = 150;
    private static final int RIGHT = 12;
    private static final int TOP = 8;
    private static final int BOTTOM = 26;
    private static final int LANE = 20;

    private final StringBuilder svg = new StringBuilder();
    private final Duration whole;
    private final int height;

    /** @param plot height of what is drawn in, without the axis */
    private Chart(String title, Duration whole, int plot) {
        this.whole = whole;
        this.height = plot;
        add("<svg viewBox='0 0 %d %d' role='img' aria-label='%s'>", WIDTH, TOP + plot + BOTTOM, Html.escaped(title));
        timeAxis();
    }

    static Chart of(String title, Duration whole, int plot) {
        return new Chart(title, whole, plot);
    }

    static Chart lanes(String title, Duration whole, List<String> lanes) {
        var chart = new Chart(title, whole, lanes.size() * LANE);
        for (int lane = 0; lane < lanes.size(); lane++) {
            chart.label(TOP + lane * LANE + LANE / 2.0 + 4, lanes.get(lane));
            chart.add("<path class='grid' d='M%d %dH%d'/>", LEFT, TOP + (lane + 1) * LANE, WIDTH - RIGHT);
        }
        return chart;
    }

    /** A bar in a lane. */
    Chart bar(int lane, Duration from, Duration to, String style, String tip) {
        var x = x(from);
        add(
                "<rect class='%s' x='%.1f' y='%d' width='%.1f' height='%d' rx='2'><title>%s</title></rect>",
                style, x, TOP + lane * LANE + 3, Math.max(2, x(to) - x), LANE - 6, Html.escaped(tip));
        return this;
    }

    /** A faint band over the whole height. */
    Chart band(Duration from, Duration to, String style) {
        add(
                "<rect class='%s' x='%.1f' y='%d' width='%.1f' height='%d'/>",
                style, x(from), TOP, Math.max(1, x(to) - x(from)), height);
        return this;
    }

    /** Lines at round values, with the unit. */
    Chart scale(Scale scale) {
        for (var value : scale.ticks()) {
            var y = y(scale, value);
            add("<path class='grid' d='M%d %.1fH%d'/>", LEFT, y, WIDTH - RIGHT);
            label(y + 4, scale.label(value));
        }
        return this;
    }

    /** Values of the pieces of time, one upon the other. @param below what is drawn already, changed to what is drawn then */
    Chart stacked(Scale scale, Buckets buckets, double[] values, double[] below, String style) {
        for (int piece = 0; piece < values.length; piece++) {
            if (values[piece] > 0) {
                var bottom = y(scale, below[piece]);
                below[piece] += values[piece];
                var top = y(scale, below[piece]);
                var from = x(Duration.ofMillis((long) (piece * buckets.seconds() * 1000)));
                var to = x(Duration.ofMillis((long) ((piece + 1) * buckets.seconds() * 1000)));
                add(
                        "<rect class='%s' x='%.1f' y='%.1f' width='%.1f' height='%.1f'/>",
                        style, from, top, Math.max(0.5, to - from - 0.4), bottom - top);
            }
        }
        return this;
    }

    /** A line through the middles of the pieces of time; it is broken where there is no value. */
    Chart line(Scale scale, Buckets buckets, double[] values, String style) {
        var path = new StringBuilder();
        var goesOn = false;
        for (int piece = 0; piece < values.length; piece++) {
            if (!Double.isNaN(values[piece])) {
                path.append(format(
                        "%s%.1f %.1f",
                        goesOn ? "L" : "M",
                        x(Duration.ofMillis((long) ((piece + 0.5) * buckets.seconds() * 1000))),
                        y(scale, values[piece])));
            }
            goesOn = !Double.isNaN(values[piece]);
        }
        add("<path class='line %s' d='%s'/>", style, path);
        return this;
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }

    private void timeAxis() {
        var step = step(whole.toSeconds());
        for (long second = 0; second <= whole.toSeconds(); second += step) {
            var x = x(Duration.ofSeconds(second));
            add("<path class='grid' d='M%.1f %dV%d'/>", x, TOP, TOP + height + 4);
            // In the middle below its line, but not beyond the edge.
            var anchor = x < WIDTH - 2 * RIGHT ? "middle" : "end";
            add(
                    "<text class='tick' x='%.1f' y='%d' text-anchor='%s'>%d:%02d</text>",
                    x, TOP + height + 19, anchor, second / 60, second % 60);
        }
    }

    private static long step(long seconds) {
        return List.of(10L, 15L, 30L, 60L, 120L, 300L, 600L, 1_800L).stream()
                .filter(step -> seconds / step <= 12)
                .findFirst()
                .orElse(3_600L);
    }

    private void label(double y, String text) {
        add("<text class='tick' x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 8, y, Html.escaped(text));
    }

    private double x(Duration at) {
        return LEFT + (double) (WIDTH - LEFT - RIGHT) * at.toMillis() / whole.toMillis();
    }

    private double y(Scale scale, double value) {
        return TOP + height * (1 - scale.share(value));
    }

    private void add(String format, Object... values) {
        svg.append(format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
