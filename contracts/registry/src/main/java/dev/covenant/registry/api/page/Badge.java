package dev.covenant.registry.api.page;

/** What a version is, in a word: on that branch, with that tag, in that environment. */
public record Badge(Kind kind, String text) {

    /** In the order in which they are shown. */
    public enum Kind {
        BRANCH("branch"),
        ENVIRONMENT("environment"),
        TAG("tag");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The class in the stylesheet, and what it is called. */
        public String style() {
            return style;
        }
    }
}
