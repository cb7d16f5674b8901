package dev.covenant.orders.order;

/** Somebody who wants to hear of an order's events. Called by one thread at a time. One that throws is let go of. */
public interface OrderFollower {
    /** Each event once, in order. @return whether it wants more, should this be the last so far */
    boolean onEvent(EventLog.Recorded event);

    /** Nothing happened for a while. @return whether it is still there */
    boolean onSilence();

    /** The feed lets go of it; nothing more will come. */
    void onEnd();
}
