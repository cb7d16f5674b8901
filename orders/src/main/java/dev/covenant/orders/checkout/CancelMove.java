package dev.covenant.orders.checkout;

import dev.covenant.orders.order.Ending;

/** What a customer's wish to cancel comes to. */
sealed interface CancelMove {
    /** Before the pivot: the saga goes BACKWARD and the order ends with this. */
    record TurnBack(Ending ending) implements CancelMove {}

    /** After the pivot: the wish is noted; what was captured is refunded, the stock returned, and then the order is CANCELLED. */
    record GiveBack() implements CancelMove {}

    /** It was cancelled, or asked to be, before. */
    record Nothing() implements CancelMove {}

    /** It cannot be cancelled. @param why for the customer to read */
    record Refuse(String why) implements CancelMove {}
}
