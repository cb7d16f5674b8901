package dev.covenant.devstack.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.PrivateFile;
import dev.covenant.devstack.Secrets;
import dev.covenant.devstack.postgres.ServiceDatabase;

/** Passwords and keys of one stack: made on first use, kept in a file that only its owner reads. */
final class StackSecrets {
    private final Path file;
    private final Properties values = new Properties();

    StackSecrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new DevstackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    String superuserPassword() {
        return password("postgresql.superuser");
    }

    ServiceDatabase database(Part service) {
        return new ServiceDatabase(
                service.id(),
                password(service + ".database.owner"),
                password(service + ".database.runtime"),
                password(service + ".database.auditor"));
    }

    String providerDatabasePassword() {
        return password("provider.database");
    }

    /** What payments shows to the provider. */
    String providerKey() {
        return password("provider.key");
    }

    /** What orders shows to the issuer. */
    String clientSecret() {
        return password("orders.client");
    }

    String encryptionKey(Part service) {
        return value(service + ".encryption", Secrets::encryptionKey);
    }

    private String password(String name) {
        return value(name, Secrets::password);
    }

    private synchronized String value(String name, Supplier<String> maker) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var made = maker.get();
        values.setProperty(name, made);
        save();
        return made;
    }

    private void save() {
        try {
            var text = new StringWriter();
            values.store(
                    text, "Of this machine's local stack only. Lost together with the data directory, it is no loss.");
            PrivateFile.write(file, text.toString());
        } catch (IOException e) {
            throw new DevstackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
