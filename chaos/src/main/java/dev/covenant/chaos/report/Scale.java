package dev.covenant.chaos.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Where a value stands between bottom (0) and top (1) of a chart. */
sealed interface Scale {

    double share(double value);

    /** Values that get a line. */
    List<Double> ticks();

    String label(double value);

    /** From zero to a round value above the largest. */
    static Scale linear(String unit, double[]... values) {
        var largest = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        var step = DoubleStream.of(0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)
                .filter(each -> largest / each <= 5)
                .findFirst()
                .orElse(1_000);
        return new Linear(unit, step, Math.max(step, Math.ceil(largest / step) * step));
    }

    /** For waits, of which some are a thousand times others: from 10 ms to 100 s. */
    static Scale ofWaits() {
        return new Logarithmic(10, 100_000);
    }

    /** @param top the value at the top */
    record Linear(String unit, double step, double top) implements Scale {
        @Override
        public double share(double value) {
            return value / top;
        }

        @Override
        public List<Double> ticks() {
            var ticks = new ArrayList<Double>();
            for (double tick = 0; tick <= top + step / 2; tick += step) {
                ticks.add(tick);
            }
            return ticks;
        }

        @Override
        public String label(double value) {
            return String.format(Locale.ROOT, step < 1 ? "%.1f%s" : "%.0f%s", value, unit);
        }
    }

    /** In milliseconds. */
    record Logarithmic(double bottom, double top) implements Scale {
        @Override
        public double share(double value) {
            return Math.log(Math.clamp(value, bottom, top) / bottom) / Math.log(top / bottom);
        }

        @Override
        public List<Double> ticks() {
            return DoubleStream.iterate(bottom, tick -> tick <= top, tick -> tick * 10)
                    .boxed()
                    .toList();
        }

        @Override
        public String label(double value) {
            return value < 1_000
                    ? String.format(Locale.ROOT, "%.0f ms", value)
                    : String.format(Locale.ROOT, "%.0f s", value / 1_000);
        }
    }
}
