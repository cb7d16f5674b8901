package dev.covenant.payments;

import java.time.Clock;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.covenant.devstack.testing.HouseRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return HouseRules.of("dev.covenant.payments");
    }

    /** A replica whose clock is ahead would hold its leases, when it is dead, longer than others may wait. */
    @Test
    void leasesGoByTheDatabasesClock() {
        var work = new ClassFileImporter()
                .importPackages("dev.covenant.payments.provider", "dev.covenant.payments.outcome");

        noClasses()
                .that()
                .haveSimpleNameStartingWith("Attempt")
                .or()
                .haveSimpleNameStartingWith("Deliver")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(work);
    }
}
