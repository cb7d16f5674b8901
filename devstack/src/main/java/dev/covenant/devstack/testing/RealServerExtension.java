package dev.covenant.devstack.testing;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.microshed.testing.ManuallyStartedConfiguration;

/** Starts the server once for each setup in this JVM, tells MicroShed where it is, and hands it to tests. */
final class RealServerExtension implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        tellMicroShed(serverFor(context).baseUri());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServerUnderTest.class;
    }

    @Override
    public ServerUnderTest resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return serverFor(context);
    }

    private static void tellMicroShed(URI server) {
        System.setProperty(ManuallyStartedConfiguration.MANUAL_ENALBED, "true");
        System.setProperty(ManuallyStartedConfiguration.MICROSHED_HOSTNAME, server.getHost());
        System.setProperty(ManuallyStartedConfiguration.MICROSHED_HTTP_PORT, Integer.toString(server.getPort()));
        // It asks the properties only until an address is set; this one holds for the next class too.
        ManuallyStartedConfiguration.setRuntimeURL(server.toString());
    }

    private static ServerUnderTest serverFor(ExtensionContext context) {
        var setup = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RealServer.class)
                .orElseThrow()
                .setup();
        return StartedOnce.in(context, ServerUnderTest.class, setup, () -> ServerUnderTest.start(instance(setup)));
    }

    private static ServerSetup instance(Class<? extends ServerSetup> setup) {
        try {
            return setup.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(setup + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(setup + " needs a public constructor without parameters", e);
        }
    }
}
