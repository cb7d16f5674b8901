package dev.covenant.audit;

/** One way through the books, page by page. */
interface Pass {
    /** What it goes through, for people. */
    String subject();

    void run(PageProgress progress);

    /** Hears of each page. */
    interface PageProgress {
        void examined(int more);
    }
}
