package dev.covenant.chassis.limits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import dev.covenant.chassis.problem.Problem;

/** A body of unannounced length (chunked): reading past the limit ends the request. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long read;

    LimitedStream(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(413, "body-too-large", "Body too large")
                .detail("The body may have at most %d bytes.".formatted(limit));
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw tooLarge(limit).exception();
        }
    }
}
