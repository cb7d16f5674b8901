package dev.covenant.chassis.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

import dev.covenant.chassis.problem.Problem;

/** Refuses text that JSON can spell and neither PostgreSQL can store nor UTF-8 write: NUL, and halves of characters. */
final class PlainTextModule extends SimpleModule {
    PlainTextModule() {
        super("plain-text");
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(Reader::isNoCharacter)) {
                throw Problem.of(400, "invalid-request", "Invalid request")
                        .detail("must be text without NUL and broken characters")
                        .exception();
            }
            return text;
        }

        private static boolean isNoCharacter(int codePoint) {
            return codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        }
    }
}
