package dev.covenant.delivery;

import java.nio.file.Path;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.covenant.devstack.testing.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {
    private static final JavaClasses DELIVERY = new ClassFileImporter().importPath(Path.of("target/classes"));

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return HouseRules.ofTool("dev.covenant.delivery");
    }

    /** What must hold after every end of a deployment is decided without knowing where to. */
    @Test
    void theOrderOfADeploymentKnowsNoTarget() {
        noClasses()
                .that()
                .resideInAPackage("..delivery.rollout..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..delivery.local..",
                        "..delivery.kubernetes..",
                        "..delivery.edge..",
                        "..delivery.pipeline..",
                        "..delivery.rehearsal..",
                        "..delivery.cli..")
                .check(DELIVERY);
    }

    /** Whoever deploys elsewhere leaves the processes of this machine out. */
    @Test
    void theTwoTargetsKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..delivery.kubernetes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..delivery.local..", "..delivery.edge..")
                .check(DELIVERY);
        noClasses()
                .that()
                .resideInAnyPackage("..delivery.local..", "..delivery.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..delivery.kubernetes..")
                .check(DELIVERY);
    }
}
