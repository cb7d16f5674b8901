package dev.covenant.audit;

/** Hears how far an audit is. */
@FunctionalInterface
public interface Progress {
    /**
     * Called after each page.
     *
     * @param what is being read, for people
     * @param examined so many of it by now
     */
    void examined(String what, long examined);

    static Progress silent() {
        return (_, _) -> {};
    }
}
