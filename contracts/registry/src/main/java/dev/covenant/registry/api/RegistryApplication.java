package dev.covenant.registry.api;

import java.util.Set;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.auth.LoginConfig;

import dev.covenant.registry.access.AccessFilter;
import dev.covenant.registry.api.page.ContractsPage;
import dev.covenant.registry.api.page.EnvironmentsPage;
import dev.covenant.registry.api.page.ErrorPages;
import dev.covenant.registry.api.page.LatestPactPage;
import dev.covenant.registry.api.page.MatrixPage;
import dev.covenant.registry.api.page.NetworkPage;
import dev.covenant.registry.api.page.PactPage;
import dev.covenant.registry.api.page.StylesheetResource;

/**
 * The REST application. It names its classes one by one: the chassis brings providers for the services' own API (bearer tokens alone,
 * problem details, strict JSON), which would speak here too if the server looked for them.
 */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
public class RegistryApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                // What every request passes.
                PathRules.class,
                BaseUrlFilter.class,
                AccessFilter.class,
                LargeBodyFilter.class,
                CommonHeaders.class,
                ErrorPages.class,
                ProblemDetails.class,
                JsonReader.class,
                JsonWriter.class,
                // How faults are told.
                RefusedMapper.class,
                UnreadableMapper.class,
                RuntimeRefusalMapper.class,
                FaultMapper.class,
                // Resources.
                IndexResource.class,
                HeartbeatResource.class,
                PacticipantsResource.class,
                LabelsResource.class,
                AllLabelsResource.class,
                VersionsResource.class,
                LatestVersionResource.class,
                BranchesResource.class,
                TagsResource.class,
                PublishResource.class,
                PactResource.class,
                PactContentResource.class,
                LatestPactResource.class,
                LatestPactsResource.class,
                LatestProviderPactsResource.class,
                ProviderPactsResource.class,
                PairPactsResource.class,
                IntegrationsResource.class,
                ProviderStatesResource.class,
                VerificationResultsResource.class,
                ForVerificationResource.class,
                EnvironmentsResource.class,
                PresenceResource.class,
                VersionInEnvironmentResource.class,
                MatrixResource.class,
                CanIDeployResource.class,
                WebhooksResource.class,
                DeliveryLogResource.class,
                // Pages.
                ContractsPage.class,
                PactPage.class,
                LatestPactPage.class,
                MatrixPage.class,
                EnvironmentsPage.class,
                NetworkPage.class,
                StylesheetResource.class);
    }
}
