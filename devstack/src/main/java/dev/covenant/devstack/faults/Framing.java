package dev.covenant.devstack.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Where the body of a message ends (RFC 9112, section 6.3). */
sealed interface Framing {

    static Framing ofRequest(MessageHead head) throws IOException {
        return declared(head).orElse(new Length(0));
    }

    /** @param method of the request that is answered */
    static Framing ofAnswer(MessageHead head, String method) throws IOException {
        var status = head.status();
        if (status == 101) {
            return new UntilClose();
        }
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return new Length(0);
        }
        return declared(head).orElse(new UntilClose());
    }

    private static Optional<Framing> declared(MessageHead head) throws IOException {
        if (head.field("Transfer-Encoding").endsWith("chunked")) {
            return Optional.of(new Chunked());
        }
        var length = head.field("Content-Length");
        return length.isEmpty() ? Optional.empty() : Optional.of(new Length(number(length, 10)));
    }

    private static long number(String digits, int radix) throws IOException {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException e) {
            throw new IOException("Not a length: " + digits, e);
        }
    }

    /**
     * Reads the body and not a byte more.
     *
     * @param raw gets it as it came; flushed whenever nothing more is there at once
     * @param content gets what it says, without marks between chunks
     */
    void copy(InputStream in, OutputStream raw, OutputStream content) throws IOException;

    /** So many bytes. */
    record Length(long bytes) implements Framing {

        @Override
        public void copy(InputStream in, OutputStream raw, OutputStream content) throws IOException {
            var piece = new byte[8192];
            for (long left = bytes; left > 0; ) {
                var length = in.read(piece, 0, (int) Math.min(left, piece.length));
                if (length < 0) {
                    throw new EOFException(left + " bytes of a body are missing");
                }
                raw.write(piece, 0, length);
                content.write(piece, 0, length);
                left -= length;
                if (in.available() == 0) {
                    raw.flush();
                }
            }
        }
    }

    /** Chunks, each behind its length, the last one empty. */
    record Chunked() implements Framing {

        @Override
        public void copy(InputStream in, OutputStream raw, OutputStream content) throws IOException {
            long size;
            do {
                size = number(line(in, raw).split(";")[0].strip(), 16);
                new Length(size).copy(in, raw, content);
                if (size > 0) {
                    line(in, raw);
                }
            } while (size > 0);
            while (!line(in, raw).isEmpty()) {
                // Trailers end with an empty line.
            }
        }

        private static String line(InputStream in, OutputStream raw) throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("A body ended within its chunks");
                }
                raw.write(next);
                line.append((char) next);
            }
            raw.write('\n');
            if (in.available() == 0) {
                raw.flush();
            }
            return line.toString().strip();
        }
    }

    /** All that comes. */
    record UntilClose() implements Framing {

        @Override
        public void copy(InputStream in, OutputStream raw, OutputStream content) throws IOException {
            var piece = new byte[8192];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                raw.write(piece, 0, length);
                content.write(piece, 0, length);
                raw.flush();
            }
        }
    }
}
