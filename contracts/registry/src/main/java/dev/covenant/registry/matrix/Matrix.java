package dev.covenant.registry.matrix;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param rows that count
 * @param ignored that do not, as was wished
 * @param verdict of all rows that count
 */
public record Matrix(List<MatrixRow> rows, List<MatrixRow> ignored, Verdict verdict) {

    /**
     * @param deployable null when it is not known
     * @param findings warnings first
     */
    public record Verdict(Boolean deployable, long success, long failed, long unknown, List<Finding> findings) {}
}
