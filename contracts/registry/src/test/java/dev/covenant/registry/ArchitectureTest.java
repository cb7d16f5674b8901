package dev.covenant.registry;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.covenant.devstack.testing.HouseRules;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return HouseRules.withoutRoles("dev.covenant.registry");
    }
}
