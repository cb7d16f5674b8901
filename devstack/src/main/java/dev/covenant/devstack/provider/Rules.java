package dev.covenant.devstack.provider;

import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a value from outside must look like. Each check gives the value back, or says what is wrong with which field. */
final class Rules {

    static final int LARGEST_PAGE = 1000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,200}");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Rules() {}

    static String id(String field, String value) {
        return matching(ID, field, value, "must be 1 to 64 letters, digits, '-' or '_'");
    }

    static String token(String value) {
        return matching(TOKEN, "token", value, "must be 1 to 200 printable ASCII characters without spaces");
    }

    static String currency(String value) {
        if (!CURRENCIES.contains(value)) {
            throw BadRequest.field("currency", "must be an ISO 4217 code");
        }
        return value;
    }

    static long amount(long value) {
        if (value <= 0) {
            throw BadRequest.field("amount", "must be positive");
        }
        return value;
    }

    static int pageSize(String value) {
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LARGEST_PAGE) {
            throw BadRequest.field("limit", "must be a number from 1 to " + LARGEST_PAGE);
        }
        return Integer.parseInt(value);
    }

    private static String matching(Pattern pattern, String field, String value, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw BadRequest.field(field, rule);
        }
        return value;
    }
}
