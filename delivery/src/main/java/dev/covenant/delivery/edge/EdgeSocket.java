package dev.covenant.delivery.edge;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;

/** HAProxy's runtime API: a command per connection. */
final class EdgeSocket {
    private final Path socket;

    /** @param directory of the edge */
    EdgeSocket(Path directory) {
        this.socket = Edge.socket(directory);
    }

    boolean answers() {
        try {
            return ask("show info").contains("Pid:");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @throws DevstackException when it objects, or is not there */
    void order(String command) {
        var objection = answer(command).strip();
        if (!objection.isEmpty()) {
            throw new DevstackException("The edge refuses \"%s\": %s".formatted(command, objection));
        }
    }

    /** @throws DevstackException when it is not there */
    String answer(String command) {
        try {
            return ask(command);
        } catch (IOException e) {
            throw new DevstackException("The edge does not answer at %s: %s".formatted(socket, e.getMessage()), e);
        }
    }

    private String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
