package dev.covenant.devstack.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message that was read to its end.
 *
 * @param framing how its end was found
 * @param raw its body as it came
 * @param body what that says
 */
record WholeMessage(MessageHead head, Framing framing, byte[] raw, String body) {

    static WholeMessage read(MessageHead head, Framing framing, InputStream in) throws IOException {
        var raw = new ByteArrayOutputStream();
        var content = new ByteArrayOutputStream();
        framing.copy(in, raw, content);
        return new WholeMessage(head, framing, raw.toByteArray(), content.toString(StandardCharsets.UTF_8));
    }

    void writeTo(Wire wire) throws IOException {
        wire.out().write(head.bytes());
        wire.out().write(raw);
        wire.out().flush();
    }

    CaughtRequest asRequest() {
        return new CaughtRequest(head.method(), head.path(), body);
    }

    CaughtAnswer asAnswer() throws IOException {
        return new CaughtAnswer(head.status(), body);
    }
}
