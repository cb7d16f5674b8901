package dev.covenant.orders.api.v1;

import java.util.Optional;
import java.util.OptionalLong;

import jakarta.annotation.security.RolesAllowed;
import jakarta.data.Limit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.covenant.chassis.problem.Problem;
import dev.covenant.orders.catalogue.OfferOutcome;
import dev.covenant.orders.catalogue.OfferProduct;
import dev.covenant.orders.catalogue.Product;
import dev.covenant.orders.catalogue.Products;

/** The catalogue. An edit names the version that the editor saw (If-Match), so that nobody overwrites what he did not see. */
@Path("api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Products")
public class ProductResource {
    private final Products products;
    private final OfferProduct offerProduct;

    @Inject
    public ProductResource(Products products, OfferProduct offerProduct) {
        this.products = products;
        this.offerProduct = offerProduct;
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.MERCHANDISER})
    @Operation(summary = "Products, ordered by SKU")
    public ProductList list(
            @QueryParam("cursor") @Size(max = 100) String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        var after = cursor == null ? "" : Cursor.read(cursor, ProductResource::sku);
        var rows = products.after(after, Limit.of(limit + 1));
        var page = Cursor.page(rows, limit).stream().map(ProductView::of).toList();
        return new ProductList(
                page, rows.size() > limit ? Cursor.after(page.getLast().sku()) : null);
    }

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.MERCHANDISER})
    @Path("{sku}")
    @Operation(summary = "One product")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "200",
            responseDescription = "With its version as ETag")
    @APIResponse(responseCode = "404", description = "`product-not-found`")
    public Response product(@PathParam("sku") @Sku @Parameter(example = "MUG-BLUE") String sku) {
        return products.find(sku).map(product -> tagged(200, product)).orElseGet(() -> Problem.of(
                        404, "product-not-found", "No such product")
                .detail("No product has the SKU " + sku + ".")
                .response());
    }

    @PUT
    @RolesAllowed(Roles.MERCHANDISER)
    @Path("{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a product, or edit the version of it that If-Match names")
    @APIResponseSchema(
            value = ProductView.class,
            responseCode = "200",
            responseDescription = "Edited, with its new version as ETag")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "412", description = "`precondition-failed`: it is not at that version any more")
    @APIResponse(responseCode = "428", description = "`precondition-required`: it exists; send its ETag as If-Match")
    public Response offer(
            @PathParam("sku") @Sku @Parameter(example = "MUG-BLUE") String sku,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Pattern(regexp = "^\"[0-9]{1,18}\"$", message = "must be the ETag of a product")
                    String ifMatch,
            @NotNull @Valid ProductRequest body) {
        var seen = ifMatch == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1)));
        return switch (offerProduct.offer(body.product(sku), seen)) {
            case OfferOutcome.Added(var product) -> tagged(201, product);
            case OfferOutcome.Changed(var product) -> tagged(200, product);
            case OfferOutcome.VersionNeeded() ->
                Problem.of(428, "precondition-required", "Precondition required")
                        .detail("The product exists: send its ETag as If-Match to edit it.")
                        .response();
            case OfferOutcome.OtherVersion() ->
                Problem.of(412, "precondition-failed", "Precondition failed")
                        .detail("The product is not at that version any more: read it again.")
                        .response();
        };
    }

    private static Optional<String> sku(String text) {
        return Optional.of(text).filter(candidate -> candidate.matches(Sku.FORM));
    }

    private static Response tagged(int status, Product product) {
        return Response.status(status)
                .entity(ProductView.of(product))
                .tag(new EntityTag(Long.toString(product.version())))
                .build();
    }
}
