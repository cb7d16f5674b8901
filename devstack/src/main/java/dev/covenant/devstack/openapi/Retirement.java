package dev.covenant.devstack.openapi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.contracts.RegistryAddress;

/**
 * Whether operations may go: none that the contract of a deployed consumer uses, and none that was asked for in the last days. Knows no
 * list of what goes; whatever is used and is not in the documents is gone.
 *
 * @param registry empty when it is not to be asked
 * @param measured empty when it is not to be asked
 * @param days for how long nobody must have asked
 */
public record Retirement(String service, Optional<Deployments> registry, Optional<Measured> measured, int days) {
    private static final String DAYS = "COVENANT_RETIREMENT_DAYS";
    private static final String USUAL_DAYS = "30";

    /** Services remember as many (the chassis' {@code CountedDays}). */
    private static final int MOST_DAYS = 400;

    /**
     * Asks what the environment names.
     *
     * @throws DevstackException when the days that it names are no number, or none
     */
    public static Retirement of(String service, Map<String, String> environment) {
        return new Retirement(
                service,
                RegistryAddress.named(environment).map(Deployments::new),
                MeasuredUse.of(service, environment).map(Measured.class::cast),
                days(environment.getOrDefault(DAYS, USUAL_DAYS)));
    }

    /** Of none, nobody ever asked. */
    private static int days(String given) {
        var days = given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw new DevstackException(
                    "%s is a number of days, 1 to %d, not \"%s\"".formatted(DAYS, MOST_DAYS, given));
        }
        return days;
    }

    /** For who is told that all is well: what that rests on. */
    public String asked() {
        return "%s; %s"
                .formatted(
                        registry.map(deployments -> "deployed consumers by " + deployments)
                                .orElse("the registry was not asked: %s is not set".formatted(RegistryAddress.URL)),
                        measured.map(_ -> "requests of the last %d days".formatted(days))
                                .orElse("measured requests were not asked for: %sURL names no database that counts them"
                                        .formatted(MeasuredUse.prefix(service))));
    }

    public boolean asksNobody() {
        return registry.isEmpty() && measured.isEmpty();
    }

    /** Whether both are asked. */
    public boolean isAsked() {
        return registry.isPresent() && measured.isPresent();
    }

    /** Nobody objects, and nobody was left unasked. */
    public boolean mayGo(List<String> objections) {
        return objections.isEmpty() && isAsked();
    }

    /** What the registry has as deployed or released, for who wants to see what the answer rests on. */
    public List<String> deployed() {
        return registry.stream()
                .flatMap(deployments -> deployments.all().stream())
                .map(Deployments.Deployed::toString)
                .toList();
    }

    /** Those of the service itself; none when the registry is not asked. */
    List<String> deployedVersions() {
        return registry.stream()
                .flatMap(deployments -> deployments.all().stream())
                .filter(deployed -> deployed.service().equals(service))
                .map(Deployments.Deployed::version)
                .distinct()
                .toList();
    }

    /** Who still uses operations that are in none of the documents. One line each; empty as well when nobody is asked. */
    List<String> objections(List<ApiDocument> documents) {
        return Stream.concat(ofConsumers(documents), ofRequests(documents)).toList();
    }

    /** Why operations must not be removed: who still uses them, and what is not known well enough to say that nobody does. */
    List<String> objectionsToRemoving(List<String> operations, List<ApiDocument> documents) {
        return Stream.of(objections(documents).stream(), unknownDeployments(), notWatchedLongEnough(operations))
                .flatMap(objections -> objections)
                .toList();
    }

    /** The operations of a service that its documents call deprecated. @param contracts the folder */
    public static List<String> deprecated(String service, Path contracts) {
        return new ApiFolder(contracts)
                .documents(service).stream()
                        .flatMap(document -> document.operations().stream())
                        .filter(Operation::isDeprecated)
                        .map(Operation::name)
                        .toList();
    }

    /** Why the deprecated operations of the service must stay, each of them being gone in thought. @param contracts the folder */
    public List<String> objectionsToRemovingWhatIsDeprecated(Path contracts) {
        return objectionsToRemoving(
                deprecated(service, contracts),
                new ApiFolder(contracts)
                        .documents(service).stream()
                                .map(ApiDocument::withoutWhatIsDeprecated)
                                .toList());
    }

    private Stream<String> ofConsumers(List<ApiDocument> documents) {
        var fit = new ContractFit(documents);
        return registry.stream()
                .flatMap(deployments -> deployments.all().stream().flatMap(deployed -> deployments
                        .contracts(deployed, service)
                        .flatMap(contract -> contract.interactions().stream())
                        .filter(interaction -> fit.find(interaction).isEmpty())
                        .map(interaction -> "%s needs %s %s: \"%s\""
                                .formatted(
                                        deployed,
                                        interaction.method(),
                                        interaction.path(),
                                        interaction.description()))));
    }

    /** A registry to which nobody tells deployments knows no consumer either. */
    private Stream<String> unknownDeployments() {
        return registry.stream()
                .filter(_ -> deployedVersions().isEmpty())
                .map(deployments ->
                        "%s records no %s in any environment, so who is deployed with it cannot be told: ./covenant contracts record"
                                .formatted(deployments, service));
    }

    private Stream<String> ofRequests(List<ApiDocument> documents) {
        return measured.stream()
                .flatMap(use -> use.ofLast(days).stream())
                .filter(use -> documents.stream().allMatch(document -> document.like(Operation.named(use.operation()))
                        .isEmpty()))
                .map(use -> "%s asked for %s %s in the last %d days, last on %s"
                        .formatted(use.client(), use.operation(), use.times(), days, use.last()));
    }

    /** What was not counted all the time may have been asked for, and what was announced to stay may be asked for yet. */
    private Stream<String> notWatchedLongEnough(List<String> operations) {
        return measured.stream().flatMap(use -> {
            var counted = use.countedInLast(days).stream()
                    .collect(Collectors.toMap(MeasuredUse.Counting::shape, Function.identity()));
            return operations.stream()
                    .flatMap(operation -> notWatchedLongEnough(
                            operation,
                            Optional.ofNullable(
                                    counted.get(Operation.named(operation).shape()))));
        });
    }

    private Stream<String> notWatchedLongEnough(String operation, Optional<MeasuredUse.Counting> counting) {
        var counted = counting.map(MeasuredUse.Counting::days).orElse(0);
        var uncounted = Stream.of(
                        "requests for %s were counted on %d of the last %d days".formatted(operation, counted, days))
                .filter(_ -> counted < days);
        var announced = counting.filter(MeasuredUse.Counting::announced)
                .map(promise -> "%s was announced to stay until %s".formatted(operation, promise.sunset()));
        return Stream.concat(uncounted, announced.stream());
    }

    /** Where uses of the last days come from. */
    interface Measured {
        List<MeasuredUse.Use> ofLast(int days);

        List<MeasuredUse.Counting> countedInLast(int days);
    }
}
