package dev.covenant.orders.api.v1;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A page of orders, newest first. @param nextCursor for the page after it; absent on the last */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderList(List<OrderView> items, String nextCursor) {}
