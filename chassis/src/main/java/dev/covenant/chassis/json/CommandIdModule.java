package dev.covenant.chassis.json;

import java.util.UUID;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

import dev.covenant.chassis.ids.UuidV7;

/** Reads every UUID in a body by the same rule as those in paths: version 7, canonical form. */
final class CommandIdModule extends SimpleModule {
    CommandIdModule() {
        super("command-id");
        addDeserializer(UUID.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<UUID> {
        Reader() {
            super(UUID.class);
        }

        @Override
        public UUID deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getValueAsString("");
            return UuidV7.parse(text)
                    .orElseThrow(
                            () -> InvalidFormatException.from(parser, "not a UUID of version 7", text, UUID.class));
        }
    }
}
