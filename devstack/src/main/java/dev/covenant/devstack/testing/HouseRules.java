package dev.covenant.devstack.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.DynamicTest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The rules that the classes of every service keep, and those of tools, as tests for a {@code @TestFactory}. */
public final class HouseRules {
    private static final String INJECT = "jakarta.inject.Inject";
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";

    private HouseRules() {}

    /**
     * One test for each rule. The working directory is the service's module, as it is in the tests of a build.
     *
     * @param service the service's root package, such as {@code dev.covenant.orders}
     */
    public static Stream<DynamicTest> of(String service) {
        return of(service, Stream.of(resourceMethodsNameTheirRoles()));
    }

    /** For a service that grants by other means than roles at its methods. */
    public static Stream<DynamicTest> withoutRoles(String service) {
        return of(service, Stream.of());
    }

    /**
     * For a module that is no service: it serves all of them and knows none of their classes.
     *
     * @param tool the module's root package, such as {@code dev.covenant.delivery}
     */
    public static Stream<DynamicTest> ofTool(String tool) {
        return checked(tool, Stream.of(nothingOfAService(), constructorsInject(), loggingGoesThroughTheSystemLogger()));
    }

    private static Stream<DynamicTest> of(String service, Stream<ArchRule> more) {
        var common = Stream.of(
                domainKnowsNoEdge(service),
                nothingOfAnotherService(service),
                constructorsInject(),
                loggingGoesThroughTheSystemLogger(),
                nothingIsPrinted(),
                timeComesFromTheInjectedClock(),
                PromiseRule.of(service + ".api.."));
        return checked(service, Stream.concat(common, more));
    }

    private static Stream<DynamicTest> checked(String root, Stream<ArchRule> rules) {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        var ofClasses = rules.map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
        return Stream.concat(ofClasses, ofSources(new SourceRules(Path.of(""))));
    }

    private static Stream<DynamicTest> ofSources(SourceRules sources) {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "no source is longer than 300 lines", () -> assertEquals(List.of(), sources.tooLong())),
                DynamicTest.dynamicTest(
                        "a package-info.java says what each package is for",
                        () -> assertEquals(List.of(), sources.undescribedPackages())));
    }

    private static ArchRule domainKnowsNoEdge(String service) {
        var edge = resideInAnyPackage(service + ".api..", service + ".client..");
        return noClasses()
                .that(not(edge))
                .should()
                .dependOnClassesThat(edge)
                .as("the domain knows neither API nor clients");
    }

    private static ArchRule nothingOfAnotherService(String service) {
        var ours = resideInAPackage("dev.covenant..");
        var allowed = resideInAnyPackage(service + "..", "dev.covenant.chassis..");
        return noClasses()
                .should()
                .dependOnClassesThat(ours.and(not(allowed)))
                .as("a service uses of this house itself and the chassis, nothing else");
    }

    private static ArchRule nothingOfAService() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.covenant.orders..",
                        "dev.covenant.inventory..",
                        "dev.covenant.payments..",
                        "dev.covenant.registry..",
                        "dev.covenant.chassis..")
                .as("a tool uses no class of a service");
    }

    /** Resources of the container (@Resource, @PersistenceUnit) have no other way in. */
    private static ArchRule constructorsInject() {
        return noFields().should().beAnnotatedWith(INJECT).as("constructors inject, fields do not");
    }

    private static ArchRule loggingGoesThroughTheSystemLogger() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.as("logging goes through System.Logger");
    }

    private static ArchRule nothingIsPrinted() {
        return noClasses()
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.IO")
                .as("nothing is printed");
    }

    /** On the method itself, where its reader looks; the chassis refuses whoever comes to a method without. */
    private static ArchRule resourceMethodsNameTheirRoles() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .beAnnotatedWith(ROLES)
                .allowEmptyShould(true)
                .as("each resource method names the roles that may call it");
    }

    private static ArchRule timeComesFromTheInjectedClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("time comes from the injected clock");
    }
}
