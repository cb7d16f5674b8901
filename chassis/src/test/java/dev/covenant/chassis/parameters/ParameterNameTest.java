package dev.covenant.chassis.parameters;

import java.util.List;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterNameTest {
    private static final List<Class<?>> TYPES = List.of(String.class, int.class, String.class, Object.class);

    @ParameterizedTest
    @CsvSource({"0, shelfId", "1, page-size", "2, If-Match"})
    void isThatOfThePathTheQueryOrTheHeader(int index, String name) {
        assertThat(ParameterName.of(Shelves.class, "update", TYPES, index)).contains(name);
    }

    @Test
    void isNoneOfTheBody() {
        assertThat(ParameterName.of(Shelves.class, "update", TYPES, 3)).isEmpty();
    }

    @Test
    void isFoundBehindAProxy() {
        assertThat(ParameterName.of(ProxyOfShelves.class, "update", TYPES, 2)).contains("If-Match");
    }

    private static class Shelves {
        void update(
                @PathParam("shelfId") String id,
                @QueryParam("page-size") int size,
                @HeaderParam("If-Match") String version,
                Object body) {}
    }

    private static final class ProxyOfShelves extends Shelves {
        @Override
        void update(String id, int size, String version, Object body) {}
    }
}
