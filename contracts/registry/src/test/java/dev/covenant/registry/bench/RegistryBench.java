package dev.covenant.registry.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import dev.covenant.devstack.testing.RealServer;
import dev.covenant.devstack.testing.ServerUnderTest;
import dev.covenant.devstack.testing.ServiceAnswer;
import dev.covenant.registry.testing.Publications;
import dev.covenant.registry.testing.Registry;

/** Prints figures, and writes the plans of all statements to {@code target/registry-plans.txt}. Its name keeps it out of every build. */
@RealServer(setup = MeasuredRegistry.class)
class RegistryBench {
    private static final int EXPLAINED = 8;

    private final ServerUnderTest server;
    private final Registry registry;
    private final Jdbi owner;

    RegistryBench(ServerUnderTest server) {
        this.server = server;
        this.registry = Registry.of(server);
        this.owner = Jdbi.create(server.owner());
    }

    @Test
    void measures() throws IOException {
        GeneratedRows.insert(owner);
        var report = new ArrayList<String>();
        report.add(GeneratedRows.counted(owner));
        var questions = questions();
        questions.values().forEach(Figure::warmUp);
        questions.forEach((name, request) -> report.add(Figure.of(name, request).row()));
        report.add("Resident memory of the server: %d MB".formatted(residentMegabytes()));
        report.add(nativeMemory());
        var plans = plans(questions);
        Files.writeString(Path.of(System.getProperty("covenant.module.build"), "registry-plans.txt"), plans);
        System.out.println(String.join("\n", report));
    }

    private Map<String, IntFunction<ServiceAnswer>> questions() {
        var results = registry.pact(GeneratedRows.CONSUMER, GeneratedRows.VERSION, GeneratedRows.PROVIDER)
                .text("/_links/pb:publish-verification-results/href");
        var questions = new LinkedHashMap<String, IntFunction<ServiceAnswer>>();
        questions.put("publish a version with two contracts, one of them new", this::publish);
        questions.put(
                "can I deploy the provider with 40 consumers to production",
                _ -> canIDeploy(GeneratedRows.PROVIDER, "cvpv"));
        questions.put("can I deploy a consumer to production", _ -> canIDeploy(GeneratedRows.CONSUMER, "cvp"));
        questions.put("pacts for verification, for a build of main", _ -> toVerify("main"));
        questions.put("pacts for verification, for a branch that is new", _ -> toVerify("feat-new"));
        questions.put("record a result", number -> verify(results, number));
        questions.put("page: contracts", _ -> page(""));
        questions.put("page: matrix of a pair", _ -> page("matrix/provider/provider-01/consumer/consumer-01"));
        questions.put("page: what is where", _ -> page("environments"));
        return questions;
    }

    private ServiceAnswer publish(int number) {
        var consumer = GeneratedRows.CONSUMER;
        var contracts = Stream.of(
                        contract(GeneratedRows.PROVIDER, "new-" + number),
                        contract(GeneratedRows.OTHER_PROVIDER, "same"))
                .toList();
        return registry.send(
                "POST",
                "contracts/publish",
                Publications.json(Map.of(
                        "pacticipantName",
                        consumer,
                        "pacticipantVersionNumber",
                        "2." + number,
                        "branch",
                        "main",
                        "tags",
                        List.of("main"),
                        "contracts",
                        contracts)));
    }

    private static Map<String, String> contract(String provider, String content) {
        return Publications.contract(
                GeneratedRows.CONSUMER, provider, GeneratedRows.pact(GeneratedRows.CONSUMER, provider, content));
    }

    private ServiceAnswer canIDeploy(String pacticipant, String latestBy) {
        return registry.send(
                "GET",
                "matrix?q%%5B%%5D%%5Bpacticipant%%5D=%s&q%%5B%%5D%%5Bversion%%5D=%s&latestby=%s&environment=production"
                        .formatted(pacticipant, GeneratedRows.VERSION, latestBy),
                null);
    }

    private ServiceAnswer toVerify(String branch) {
        return registry.send(
                "POST", "pacts/provider/%s/for-verification".formatted(GeneratedRows.PROVIDER), """
                {"consumerVersionSelectors":[{"mainBranch":true},{"matchingBranch":true},{"deployedOrReleased":true}],
                 "providerVersionBranch":"%s","includePendingStatus":true,"includeWipPactsSince":"%s"}""".formatted(
                                branch, LocalDate.now(ZoneOffset.UTC).minusWeeks(1)));
    }

    private ServiceAnswer verify(String results, int number) {
        return registry.sendTo(results, "{\"success\":true,\"providerApplicationVersion\":\"2.%d\"}".formatted(number));
    }

    private ServiceAnswer page(String path) {
        return registry.send("GET", path, null, "Accept", "text/html");
    }

    /** Each statement once, as it ran last: prepared, and used often enough to be planned for good. */
    private String plans(Map<String, IntFunction<ServiceAnswer>> questions) {
        var text = new StringBuilder();
        questions.forEach((name, request) -> {
            var plans = server.setup(MeasuredRegistry.class).plans().during(() -> {
                for (int number = 0; number < EXPLAINED; number++) {
                    request.apply(1_000_000 + number);
                }
            });
            text.append("\n# ").append(name).append("\n\n");
            var last = new LinkedHashMap<String, Plans.Plan>();
            plans.forEach(plan -> last.put(plan.statement(), plan));
            last.values().forEach(plan -> text.append("-- %.2f ms%n%s%n%n".formatted(plan.millis(), plan.text())));
        });
        return text.toString();
    }

    /** Where the JVM's part of it is, if {@code -Dbench.jvm=-XX:NativeMemoryTracking=summary} had it counted. */
    private String nativeMemory() throws IOException {
        var jcmd = ProcessHandle.current().info().command().orElseThrow().replaceFirst("java$", "jcmd");
        var asked = new ProcessBuilder(
                        jcmd, Long.toString(server.server().process().pid()), "VM.native_memory", "summary")
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private long residentMegabytes() throws IOException {
        var process = server.server().process();
        var all = Stream.concat(
                        Stream.of(process.pid()),
                        ProcessHandle.of(process.pid())
                                .orElseThrow()
                                .descendants()
                                .map(ProcessHandle::pid))
                .toList();
        long kilobytes = 0;
        for (var pid : all) {
            for (var line : Files.readAllLines(Path.of("/proc/%d/status".formatted(pid)))) {
                kilobytes += line.startsWith("VmRSS:") ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
            }
        }
        return kilobytes / 1024;
    }
}
