package dev.covenant.devstack.cli;

@picocli.CommandLine.Command(name = "test")
final class TestCommand {}
