package dev.covenant.orders.api.v1;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of products, ordered by SKU. @param nextCursor for the page after it; absent on the last */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = "items")
public record ProductList(List<ProductView> items, String nextCursor) {}
