package dev.covenant.devstack.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line and the header fields of an HTTP/1.1 message.
 *
 * @param bytes as they came, the empty line at the end included
 * @param lines without their ends
 */
record MessageHead(byte[] bytes, List<String> lines) {
    private static final int LIMIT = 64 * 1024;
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.[01]");

    /**
     * Reads the next one.
     *
     * @return empty when the connection ends before it begins
     * @throws IOException when the connection ends in the middle of it, or it is longer than 64 KiB
     */
    static Optional<MessageHead> read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var lineEmpty = true;
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (next == '\n') {
                if (lineEmpty) {
                    return Optional.of(of(bytes.toByteArray()));
                }
                lineEmpty = true;
            } else if (next != '\r') {
                lineEmpty = false;
            }
            if (bytes.size() > LIMIT) {
                throw new IOException("A message's head is longer than " + LIMIT + " bytes");
            }
        }
        if (bytes.size() > 0) {
            throw new EOFException("The connection ended in the middle of a message's head");
        }
        return Optional.empty();
    }

    private static MessageHead of(byte[] bytes) {
        return new MessageHead(
                bytes, new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
    }

    boolean isRequest() {
        return REQUEST.matcher(lines.getFirst()).matches();
    }

    /** Of a request. */
    String method() {
        return word(0);
    }

    /** Of a request, with its query. */
    String path() {
        return word(1);
    }

    /** Of an answer. */
    int status() throws IOException {
        try {
            return Integer.parseInt(word(1));
        } catch (RuntimeException e) {
            throw new IOException("This is no answer of HTTP/1.1: " + lines.getFirst(), e);
        }
    }

    /** Of an answer: another one follows it. 101 is none of these, it is the last word of HTTP on its connection. */
    boolean isInterim() throws IOException {
        return status() < 200 && status() != 101;
    }

    /** The value of a header field in small letters; empty when it is missing. */
    String field(String name) {
        var start = name + ":";
        return lines.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private String word(int index) {
        return lines.getFirst().split(" ")[index];
    }
}
