package dev.covenant.registry.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a client would send where its suite cannot say it: addresses that it gets from links, and the order of a query's fields. */
final class ClientRequest {
    private static final String FOO = "/pacticipants/Foo/versions/5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";
    private static final String TEST = "/environment/cb632df3-0a0d-4227-aac3-60114dd36479";
    private static final String UPPER = "FOO-5556B8149BF8BAC76BC30F50A8A2DD4C22C85F30-TEST";
    private static final String UUID = "16926ef3-590f-4e3f-838e-719717aa88c9";

    private static final Map<String, String> LINKED = new TreeMap<>(Map.ofEntries(
            Map.entry("/HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-VERSION-Condor", "/pacticipants/Condor/latest-version"),
            Map.entry(
                    "/HAL-REL-PLACEHOLDER-INDEX-PB-LATEST-TAGGED-VERSION-Condor-production",
                    "/pacticipants/Condor/latest-version/production"),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-WEBHOOKS", "/webhooks"),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-PUBLISH-CONTRACTS", "/contracts/publish"),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-PACTICIPANT-VERSION-Foo-5556b8149bf8bac76bc30f50a8a2dd4c22c85f30", FOO),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-PACTICIPANT-BRANCH-Foo-main", "/pacticipants/Foo/branches/main"),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-ENVIRONMENTS", "/environments"),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-ENVIRONMENT-" + UUID, "/environments/" + UUID),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-RECORD-DEPLOYMENT-" + UPPER, FOO + "/deployed-versions" + TEST),
            Map.entry("/HAL-REL-PLACEHOLDER-PB-RECORD-RELEASE-" + UPPER, FOO + "/released-versions" + TEST),
            Map.entry(
                    "/PLACEHOLDER-ENVIRONMENT-CURRENTLY-DEPLOYED-" + UUID,
                    "/environments/" + UUID + "/deployed-versions/currently-deployed"),
            Map.entry(
                    "/PLACEHOLDER-DEPLOYED-VERSION-ff3adecf-cfc5-4653-a4e3-f1861092f8e0",
                    "/deployed-versions/ff3adecf-cfc5-4653-a4e3-f1861092f8e0")));

    private ClientRequest() {}

    static String of(String path) {
        var parts = path.split("\\?", 2);
        var address = LINKED.getOrDefault(parts[0], parts[0]);
        return parts.length == 1 ? address : address + "?" + inOrder(parts[1]);
    }

    /** The suites tell a query's fields sorted, so that nobody knows to which element of {@code q[]} one belongs: versions to the first. */
    private static String inOrder(String query) {
        var ordered = new ArrayList<String>();
        var elements = new LinkedHashMap<String, List<String>>();
        for (var field : query.replace("%5B", "[").replace("%5D", "]").split("&")) {
            var name = field.split("=", 2)[0];
            if (name.startsWith("q[]")) {
                elements.computeIfAbsent(name, _ -> new ArrayList<>()).add(field);
            } else {
                ordered.add(field);
            }
        }
        var versions = elements.getOrDefault("q[][version]", List.of()).iterator();
        for (var pacticipant : elements.getOrDefault("q[][pacticipant]", List.of())) {
            ordered.add(pacticipant);
            if (versions.hasNext()) {
                ordered.add(versions.next());
            } else {
                elements.getOrDefault("q[][latest]", List.of()).forEach(ordered::add);
                elements.getOrDefault("q[][tag]", List.of()).forEach(ordered::add);
            }
        }
        return String.join("&", ordered);
    }
}
