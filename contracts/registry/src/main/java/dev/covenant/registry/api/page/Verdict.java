package dev.covenant.registry.api.page;

/** What a provider's verification said of a contract. */
public enum Verdict {
    KEPT("kept", "Verified"),
    BROKEN("broken", "Failed"),
    UNKNOWN("unknown", "Not verified");

    private final String style;
    private final String text;

    Verdict(String style, String text) {
        this.style = style;
        this.text = text;
    }

    /** @param success null when there is no result */
    static Verdict of(Boolean success) {
        if (success == null) {
            return UNKNOWN;
        }
        return success ? KEPT : BROKEN;
    }

    /** The class in the stylesheet. */
    public String style() {
        return style;
    }

    public String text() {
        return text;
    }
}
