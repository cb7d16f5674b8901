package dev.covenant.devstack.cli;

@picocli.CommandLine.Command(name = "order")
final class OrderCommand {}
