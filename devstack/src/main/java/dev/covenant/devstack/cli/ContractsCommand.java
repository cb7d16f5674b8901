package dev.covenant.devstack.cli;

import picocli.CommandLine.Command;

/** {@code covenant contracts}; its verbs do the work. */
@Command(
        name = "contracts",
        description = {
            "Contracts between the services and the registry that keeps them.",
            "A service's version is the last commit that touched it; what is not committed is not published."
        },
        subcommands = {
            ContractsFlowCommand.class,
            ContractsPublishCommand.class,
            ContractsVerifyCommand.class,
            ContractsCanIDeployCommand.class,
            ContractsRecordCommand.class,
            ContractsRetirementCommand.class,
            ContractsMutationsCommand.class,
            ContractsBranchCommand.class
        },
        footerHeading = "%nThe registry, ours or a Pact Broker:%n",
        footer = {
            "  PACT_BROKER_BASE_URL     or REGISTRY_URL; default: that of the stack that runs on this machine",
            "  PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD",
            "  PACT_BROKER_TOKEN        instead of these two",
            "  BRANCH_NAME              the branch, where git's head is detached; GitHub's and GitLab's variables do as well"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or yes", "1:not done, or no; the message says why", "2:wrong usage"})
final class ContractsCommand {}
