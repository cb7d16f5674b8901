package dev.covenant.chassis.database;

import java.lang.System.Logger.Level;

/**
 * The repositories of Jakarta Data. Liberty makes them once, while the application starts, and needs the database for it. When that is away
 * just then, each use of them fails for as long as the server lives, however soon the database is back: only another start helps.
 */
public final class Repositories {
    /** That the server ended to be started again (sysexits.h: EX_UNAVAILABLE). */
    public static final int UNUSABLE = 69;

    private static final System.Logger LOG = System.getLogger(Repositories.class.getName());

    /** Of Liberty: repository interfaces are not usable. */
    private static final String NEVER = "CWWKD1080E";

    private Repositories() {}

    /**
     * To be called while the application starts, before there is a port at which somebody could ask: ends the server when its repositories
     * will never be usable, so that whoever watches over it starts it again.
     *
     * @param read some query of one of them; what it finds does not matter, nor do other faults of the database, which pass
     */
    public static void requireUsable(Runnable read) {
        try {
            read.run();
        } catch (RuntimeException fault) {
            if (isForGood(fault)) {
                LOG.log(
                        Level.ERROR,
                        "This server ends now: its repositories could not be made. The errors before this say why; if the database was away, start it again.");
                // Not exit(): its hooks would wait for the application, which waits here.
                Runtime.getRuntime().halt(UNUSABLE);
            }
        }
    }

    static boolean isForGood(RuntimeException fault) {
        return fault.getMessage() != null && fault.getMessage().startsWith(NEVER);
    }
}
