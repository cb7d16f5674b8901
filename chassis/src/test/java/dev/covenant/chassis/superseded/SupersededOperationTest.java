package dev.covenant.chassis.superseded;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SupersededOperationTest {
    @Test
    void isNamedAsTheDocumentNamesItWithItsOwnDates() {
        assertThat(SupersededOperation.of(Partly.class))
                .extracting(SupersededOperation::name, SupersededOperation::dates)
                .containsExactlyInAnyOrder(
                        tuple("GET /api/v1/orders", "list"),
                        tuple("GET /api/v1/orders/{id}", "order"),
                        tuple("GET /api/v1/orders/{id}/lines/{line}", "line"));
    }

    @Test
    void aWholeResourceCanBeSuperseded() {
        assertThat(SupersededOperation.of(Wholly.class))
                .extracting(SupersededOperation::name)
                .containsExactly("PUT /api/v1/payments/{id}");
    }

    @Test
    void whoAsksForTheHeadersOnlyAsksForTheOperationThatGivesThem() throws NoSuchMethodException {
        assertThat(SupersededOperation.of(Partly.class, Partly.class.getMethod("list"), "HEAD"))
                .get()
                .extracting(SupersededOperation::name)
                .isEqualTo("GET /api/v1/orders");
    }

    @Path("api/v1/orders")
    static final class Partly {
        @GET
        @Superseded("list")
        public void list() {}

        @GET
        @Path("{id}")
        @Superseded("order")
        public void order() {}

        @GET
        @Path("{id : [0-9a-f]{8,36}}/lines/{line:\\d+}")
        @Superseded("line")
        public void line() {}

        @PUT
        @Path("{id}")
        public void replace() {}
    }

    @Path("api/v1/payments")
    @Superseded("payments-v1")
    static final class Wholly {
        @PUT
        @Path("{id}")
        public void authorize() {}

        public void noOperation() {}
    }
}
