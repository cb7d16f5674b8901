package dev.covenant.registry.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.covenant.registry.matrix.Criterion;
import dev.covenant.registry.matrix.Criterion.Kind;
import dev.covenant.registry.matrix.MatrixQuery;
import dev.covenant.registry.matrix.MatrixQuery.LatestBy;
import dev.covenant.registry.matrix.VersionSelector;

/** A question to the matrix, read from a query and checked. What is wrong is told as sentences: fields of a query have no names of their own. */
final class MatrixRequest {
    private static final int MOST_SELECTORS = 200;
    private static final List<String> CRITERIA = List.of("version", "tag", "branch", "mainBranch", "environment");

    private final Predicate<String> environmentExists;
    private final List<String> errors = new ArrayList<>();

    private MatrixRequest(Predicate<String> environmentExists) {
        this.environmentExists = environmentExists;
    }

    /** @throws Refused 400 with all that is wrong with it */
    static MatrixQuery read(JsonNode query, Predicate<String> environmentExists) {
        return new MatrixRequest(environmentExists).query(query);
    }

    private MatrixQuery query(JsonNode query) {
        var specified = selectors(query.path("q"), "");
        if (query.path("q").isEmpty()) {
            errors.add("Please provide 1 or more version selectors.");
        }
        var ignored = selectors(query.path("ignore"), " to ignore");
        // Taken for nothing, it would make another question.
        Stream.concat(CRITERIA.stream(), Stream.of("latest", "latestby"))
                .filter(field -> query.has(field) && !query.get(field).isString())
                .forEach(field -> errors.add("%s must be given as one text".formatted(field)));
        var target = criterion(query, "the others");
        var latestBy = latestBy(text(query, "latestby"));
        if (!errors.isEmpty()) {
            throw Refused.invalid(errors);
        }
        return new MatrixQuery(specified, ignored, target.isAll() ? null : target, latestBy);
    }

    private List<VersionSelector> selectors(JsonNode list, String purpose) {
        if (list.size() > MOST_SELECTORS) {
            errors.add("At most %d selectors can be given%s".formatted(MOST_SELECTORS, purpose));
            return List.of();
        }
        return list.values().stream().map(each -> selector(each, purpose)).toList();
    }

    private VersionSelector selector(JsonNode selector, String purpose) {
        var name = text(selector, "pacticipant");
        if (name == null) {
            errors.add("Please specify the pacticipant name" + purpose);
        }
        return new VersionSelector(name, criterion(selector, name + purpose));
    }

    private Criterion criterion(JsonNode fields, String whose) {
        var given =
                CRITERIA.stream().filter(field -> text(fields, field) != null).toList();
        var latest = isTrue(fields, "latest");
        if (given.size() > 1) {
            errors.add("Only one of %s can be given for %s".formatted(String.join(", ", given), whose));
        }
        if (given.isEmpty()) {
            return latest ? new Criterion(Kind.LATEST, null) : Criterion.ALL;
        }
        var word = text(fields, given.getFirst());
        return switch (given.getFirst()) {
            case "version" -> number(word, latest, whose);
            case "tag" -> new Criterion(latest ? Kind.LATEST_WITH_TAG : Kind.ALL_WITH_TAG, word);
            case "branch" -> new Criterion(latest ? Kind.BRANCH_HEAD : Kind.ALL_OF_BRANCH, word);
            case "mainBranch" -> new Criterion(latest ? Kind.MAIN_BRANCH_HEAD : Kind.ALL_OF_MAIN_BRANCH, null);
            default -> environment(word, latest, whose);
        };
    }

    private Criterion number(String number, boolean latest, String whose) {
        if (latest) {
            errors.add("A version number and latest flag cannot both be specified for " + whose);
        }
        return new Criterion(Kind.NUMBER, number);
    }

    private Criterion environment(String name, boolean latest, String whose) {
        if (latest) {
            errors.add("An environment and latest flag cannot both be specified for " + whose);
        }
        if (!environmentExists.test(name)) {
            errors.add("Environment with name '%s' does not exist".formatted(name));
        }
        return new Criterion(Kind.IN_ENVIRONMENT, name);
    }

    private LatestBy latestBy(String value) {
        return switch (value) {
            case null -> LatestBy.CONSUMER_VERSION_PROVIDER_VERSION;
            case "cvpv" -> LatestBy.CONSUMER_VERSION_PROVIDER_VERSION;
            case "cvp" -> LatestBy.CONSUMER_VERSION_PROVIDER;
            case "cp" -> LatestBy.CONSUMER_PROVIDER;
            default -> {
                errors.add("latestby must be one of cvpv, cvp, cp");
                yield null;
            }
        };
    }

    /** Null for nothing and for no text; mainBranch counts only when it is true. */
    private static String text(JsonNode fields, String field) {
        return Stream.of(fields.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> !value.isBlank() && (!field.equals("mainBranch") || value.equals("true")))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTrue(JsonNode fields, String field) {
        return "true".equals(text(fields, field));
    }
}
