package dev.covenant.registry.api.page;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.covenant.registry.api.page.NetworkLayers.Layers;
import dev.covenant.registry.api.page.NetworkLayers.Stop;
import dev.covenant.registry.api.page.NetworkLayout.Arrow;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkLayersTest {
    @Test
    void whoDependsOnOthersStandsToTheLeftOfAllOfThem() {
        assertThat(layers("shop>orders", "orders>stock", "shop>stock", "orders>payments"))
                .containsExactly(List.of("shop"), List.of("orders"), List.of("payments", "stock"));
    }

    @Test
    void circlesAreCut() {
        assertThat(layers("a>b", "b>c", "c>a", "a>a")).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    @Test
    void neighboursOfTheSameStandNearEachOther() {
        assertThat(layers("a>z", "b>y", "c>x")).containsExactly(List.of("a", "b", "c"), List.of("z", "y", "x"));
    }

    @Test
    void aLineThatPassesAColumnHasAPlaceThere() {
        var layers = of("a>b", "b>c", "a>c");

        assertThat(layers.columns().get(1)).hasSize(2);
        assertThat(layers.routes().get(2)).extracting(Stop::passingTo).containsExactly(null, "c", null);
    }

    private static List<List<String>> layers(String... arrows) {
        return of(arrows).columns().stream()
                .map(stops -> stops.stream()
                        .filter(Stop::isApplication)
                        .map(Stop::name)
                        .toList())
                .toList();
    }

    private static Layers of(String... arrows) {
        return NetworkLayers.of(Stream.of(arrows)
                .map(arrow -> arrow.split(">"))
                .map(names -> new Arrow(names[0], names[1], Verdict.KEPT))
                .toList());
    }
}
