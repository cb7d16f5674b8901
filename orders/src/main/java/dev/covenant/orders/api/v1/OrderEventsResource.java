package dev.covenant.orders.api.v1;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.security.Caller;
import dev.covenant.orders.order.EventFeed;
import dev.covenant.orders.order.EventLog;
import dev.covenant.orders.order.OrderHistory;

/**
 * An order's events as they happen, as server-sent events. The stream ends when the checkout has finished; a client that comes back
 * with nothing left to hear gets 204, which tells it to stop.
 */
@Path("api/v1/orders/{orderId}/events")
@RequestScoped
@Tag(name = "Orders")
public class OrderEventsResource {
    private final OrderHistory orders;
    private final EventLog log;
    private final EventFeed feed;
    private final Caller caller;

    @Inject
    public OrderEventsResource(OrderHistory orders, EventLog log, EventFeed feed, Caller caller) {
        this.orders = orders;
        this.log = log;
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "The order's events, from the beginning or after Last-Event-ID")
    @APIResponse(
            responseCode = "200",
            description = "A stream of server-sent events, each with this in its `data`",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = OrderEventView.class)))
    @APIResponse(responseCode = "204", description = "There is nothing left to hear: do not come back")
    @APIResponse(responseCode = "404", description = "`order-not-found`: there is none, or it is another customer's")
    @APIResponse(
            responseCode = "503",
            description = "`too-many-followers`, `temporarily-unavailable` or `deadline-exceeded`: come back later")
    public void events(
            @PathParam("orderId") UUID orderId,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("0") @Min(0) @Max(1_000_000) int lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        if (orders.find(orderId, caller.subject()).isEmpty()) {
            throw OrderProblems.notFound().exception();
        }
        if (log.isOver(orderId, lastEventId)) {
            throw new WebApplicationException(Response.noContent().build());
        }
        if (!feed.follow(orderId, lastEventId, new EventStream(sink, sse))) {
            throw OrderProblems.tooManyFollowers().exception();
        }
    }
}
