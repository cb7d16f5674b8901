package dev.covenant.registry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes histories in which events meet: few pacticipants, few versions, few contents. */
record RandomHistory(RandomGenerator random) {
    static final List<String> PACTICIPANTS = List.of("A", "B", "C");
    static final List<String> VERSIONS = List.of("1", "2", "3");

    private static final int LONGEST = 30;

    List<Event> next() {
        var events = new ArrayList<Event>();
        for (var left = random.nextInt(5, LONGEST + 1); left > 0; left--) {
            events.add(event());
        }
        return events;
    }

    private Event event() {
        var one = random.nextInt(PACTICIPANTS.size());
        var other = (one + random.nextInt(1, PACTICIPANTS.size())) % PACTICIPANTS.size();
        return event(
                PACTICIPANTS.get(one), PACTICIPANTS.get(other), pick(VERSIONS), random.nextBoolean() ? "blue" : null);
    }

    private Event event(String one, String other, String version, String instance) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 ->
                new Event.Publish(
                        one,
                        version,
                        other,
                        pick(List.of("x", "y")),
                        random.nextInt(3) == 0 ? null : pick(List.of("main", "side")));
            case 5, 6, 7, 8, 9 -> new Event.Verify(one, version, other, pick(VERSIONS), random.nextInt(3) > 0);
            case 10, 11, 12 -> new Event.Deploy(one, version, instance);
            case 13 -> new Event.Undeploy(one, instance);
            case 14 -> new Event.Release(one, version);
            case 15 -> new Event.EndSupport(one, version);
            case 16 -> new Event.PutOnBranch(one, version, pick(List.of("main", "side")));
            case 17 -> new Event.Tag(one, version);
            case 18 -> new Event.DeletePact(one, version, other);
            default -> new Event.DeleteVersion(one, version);
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
