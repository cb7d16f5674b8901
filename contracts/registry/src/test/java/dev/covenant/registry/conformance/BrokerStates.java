package dev.covenant.registry.conformance;

import au.com.dius.pact.provider.junitsupport.State;

/** The states from which the client suites start. Each finds an empty database. */
public final class BrokerStates {
    private static final String CONDOR = "Condor";
    private static final String PRICING = "Pricing Service";
    private static final String FOO = "Foo";
    private static final String BAR = "Bar";
    private static final String COMMIT = "5556b8149bf8bac76bc30f50a8a2dd4c22c85f30";
    private static final String ONE_ENVIRONMENT = "16926ef3-590f-4e3f-838e-719717aa88c9";
    private static final String OTHER_ENVIRONMENT = "cb632df3-0a0d-4227-aac3-60114dd36479";
    private static final String DEPLOYED = "ff3adecf-cfc5-4653-a4e3-f1861092f8e0";

    private static final String WEBHOOK = "696c5f93-1b7f-44bc-8d03-59440fcaa9a0";

    private final Rows rows;

    BrokerStates(Rows rows) {
        this.rows = rows;
    }

    @State({
        "'Condor' does not exist in the pact-broker",
        "no pact between Condor and the Pricing Service exists",
        "the 'Pricing Service' does not exist in the pact-broker",
        "the pacticipant relations are present",
        "the pb:environments relation exists in the index resource",
        "the pb:latest-tagged-version relation exists in the index resource",
        "the pb:latest-version relation exists in the index resource",
        "the pb:pacticipant-branch relation exists in the index resource",
        "the pb:pacticipant-version and pb:environments relations exist in the index resource",
        "the pb:publish-contracts relations exists in the index resource"
    })
    public void nothing() {}

    @State("'Condor' exists in the pact-broker")
    public void condor() {
        rows.version(CONDOR, "1.3.0");
    }

    @State("'Condor' exists in the pact-broker with the latest version 1.2.3")
    public void latestCondor() {
        rows.version(CONDOR, "1.0.0");
        rows.version(CONDOR, "1.2.3");
    }

    @State("'Condor' exists in the pact-broker with the latest tagged 'production' version 1.2.3")
    public void latestTaggedCondor() {
        rows.version(CONDOR, "1.2.3", "production");
        rows.version(CONDOR, "2.0.0");
    }

    @State("'Condor' exists in the pact-broker with version 1.3.0, tagged with 'prod'")
    public void taggedCondor() {
        rows.version(CONDOR, "1.3.0", "prod");
    }

    @State("the 'Pricing Service' already exists in the pact-broker")
    public void pricing() {
        rows.pacticipant(PRICING, "git@git.realestate.com.au:business-systems/pricing-service");
        rows.version(PRICING, "1.3.0");
    }

    @State("the 'Pricing Service' and 'Condor' already exist in the pact-broker")
    public void condorAndPricing() {
        rows.pacticipant(CONDOR);
        rows.pacticipant(PRICING);
    }

    @State({
        "a pact between Condor and the Pricing Service exists",
        "a latest pact between Condor and the Pricing Service exists",
        "the 'Pricing Service' and 'Condor' already exist in the pact-broker, and Condor already has a pact published for version 1.3.0"
    })
    public void pact() {
        rows.pact(CONDOR, "1.3.0", PRICING);
    }

    @State({
        "tagged as prod pact between Condor and the Pricing Service exists",
        "a pact between Condor and the Pricing Service exists for the production version of Condor"
    })
    public void taggedPact() {
        rows.version(CONDOR, "1.3.0", "prod");
        rows.pact(CONDOR, "1.3.0", PRICING);
    }

    @State("a webhook with the uuid 696c5f93-1b7f-44bc-8d03-59440fcaa9a0 exists")
    public void webhook() {
        condorAndPricing();
        rows.webhook(WEBHOOK);
    }

    @State("a pacticipant with name Foo exists")
    public void foo() {
        rows.pacticipant(FOO);
    }

    @State("a branch named main exists for pacticipant Foo")
    public void branch() {
        rows.branch(FOO, "main", "1");
    }

    @State("the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6")
    public void verified() {
        verifiedPactOf(FOO);
    }

    @State("the pact for Foo Thing version 1.2.3 has been verified by Bar version 4.5.6")
    public void verifiedThing() {
        verifiedPactOf("Foo Thing");
    }

    @State("the pact for Foo version 1.2.3 has been verified by Bar version 4.5.6 and version 5.6.7")
    public void verifiedTwice() {
        rows.pact(FOO, "1.2.3", BAR, "one");
        rows.verification(FOO, "1.2.3", BAR, "4.5.6", true);
        rows.verification(FOO, "1.2.3", BAR, "5.6.7", true);
    }

    @State(
            "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 (tagged prod) and version 5.6.7")
    public void verifiedTwiceOneTagged() {
        rows.version(BAR, "4.5.6", "prod");
        verifiedTwice();
    }

    @State("the pact for Foo version 1.2.3 and 1.2.4 has been verified by Bar version 4.5.6")
    public void twoVerified() {
        rows.pact(FOO, "1.2.3", BAR, "one");
        rows.verification(FOO, "1.2.3", BAR, "4.5.6", true);
        rows.pact(FOO, "1.2.4", BAR, "other");
        rows.verification(FOO, "1.2.4", BAR, "4.5.6", true);
    }

    @State(
            "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6, and 1.2.4 unsuccessfully by 9.9.9")
    public void verifiedAndFailed() {
        rows.pact(FOO, "1.2.3", BAR, "one");
        rows.verification(FOO, "1.2.3", BAR, "4.5.6", true);
        rows.pact(FOO, "1.2.4", BAR, "other");
        rows.verification(FOO, "1.2.4", BAR, "9.9.9", false);
    }

    @State(
            "the pact for Foo version 1.2.3 has been successfully verified by Bar version 4.5.6 with tag prod, and 1.2.4 unsuccessfully by 9.9.9")
    public void verifiedWithTagAndFailed() {
        rows.version(BAR, "4.5.6", "prod");
        verifiedAndFailed();
    }

    @State(
            "provider Bar version 4.5.6 has a successful verification for Foo version 1.2.3 tagged prod and a failed verification for version 3.4.5 tagged prod")
    public void taggedVerifiedAndFailed() {
        rows.version(FOO, "1.2.3", "prod");
        rows.pact(FOO, "1.2.3", BAR, "one");
        rows.verification(FOO, "1.2.3", BAR, "4.5.6", true);
        rows.version(FOO, "3.4.5", "prod");
        rows.pact(FOO, "3.4.5", BAR, "other");
        rows.verification(FOO, "3.4.5", BAR, "4.5.6", false);
    }

    @State({"an environment exists", "an environment with name test exists"})
    public void environment() {
        rows.environment("test", null);
    }

    @State("an environment with name test and UUID 16926ef3-590f-4e3f-838e-719717aa88c9 exists")
    public void knownEnvironment() {
        rows.environment("test", ONE_ENVIRONMENT);
    }

    @State(
            "version 5556b8149bf8bac76bc30f50a8a2dd4c22c85f30 of pacticipant Foo exists with a test environment available for deployment")
    public void deployable() {
        rows.environment("test", OTHER_ENVIRONMENT);
        rows.version(FOO, COMMIT);
    }

    @State(
            "version 5556b8149bf8bac76bc30f50a8a2dd4c22c85f30 of pacticipant Foo exists with a test environment available for release")
    public void releasable() {
        rows.environment("test", ONE_ENVIRONMENT);
        rows.version(FOO, COMMIT);
    }

    @State(
            "version 5556b8149bf8bac76bc30f50a8a2dd4c22c85f30 of pacticipant Foo exists with 2 environments that aren't test available for deployment")
    public void deployableElsewhere() {
        rows.environment("prod", null);
        rows.environment("dev", null);
        rows.version(FOO, COMMIT);
    }

    @State(
            "an version is deployed to environment with UUID 16926ef3-590f-4e3f-838e-719717aa88c9 with target customer-1")
    public void deployedToInstance() {
        rows.environment("test", ONE_ENVIRONMENT);
        rows.deployed(FOO, COMMIT, DEPLOYED, "customer-1");
    }

    @State("a currently deployed version exists")
    public void deployed() {
        rows.environment("test", OTHER_ENVIRONMENT);
        rows.deployed(FOO, COMMIT, DEPLOYED, null);
    }

    private void verifiedPactOf(String consumer) {
        rows.pact(consumer, "1.2.3", BAR, "one");
        rows.verification(consumer, "1.2.3", BAR, "4.5.6", true);
        rows.verification(consumer, "1.2.3", BAR, "7.8.9", true);
        rows.pact(consumer, "2.0.0", BAR, "other");
        rows.verification(consumer, "2.0.0", BAR, "4.5.6", true);
    }
}
