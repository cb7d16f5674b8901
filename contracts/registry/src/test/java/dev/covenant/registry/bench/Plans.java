package dev.covenant.registry.bench;

import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.jdbi.v3.core.Jdbi;

/** What PostgreSQL did for the server, by {@code auto_explain}: the very statements, parameters and plans, not copies of them. */
final class Plans {
    /** Lines of one entry of the log after its first begin with a tab. */
    private static final Pattern ENTRY = Pattern.compile("duration: ([0-9.]+) ms  plan:\n((?:\t.*\n)+)");

    private final DataSource superuser;

    Plans(DataSource superuser) {
        this.superuser = superuser;
    }

    /** Of each statement that the work makes, in the order of the log. */
    List<Plan> during(Runnable work) {
        return Jdbi.create(superuser).withHandle(handle -> {
            handle.execute("LOAD 'auto_explain'");
            handle.execute("ALTER SYSTEM SET auto_explain.log_analyze = on");
            handle.execute("ALTER SYSTEM SET auto_explain.log_buffers = on");
            handle.execute("ALTER SYSTEM SET auto_explain.log_min_duration = 0");
            handle.execute("SELECT pg_reload_conf()");
            var before = log(handle.createQuery("SELECT pg_read_file(current_setting('data_directory') || '.log')")
                            .mapTo(String.class)
                            .one())
                    .size();
            work.run();
            handle.execute("ALTER SYSTEM RESET auto_explain.log_min_duration");
            handle.execute("SELECT pg_reload_conf()");
            var all = log(handle.createQuery("SELECT pg_read_file(current_setting('data_directory') || '.log')")
                    .mapTo(String.class)
                    .one());
            return all.subList(before, all.size());
        });
    }

    private static List<Plan> log(String text) {
        return ENTRY.matcher(text)
                .results()
                .map(entry -> new Plan(
                        Double.parseDouble(entry.group(1)),
                        entry.group(2).replaceAll("(?m)^\t", "").strip()))
                .toList();
    }

    /**
     * @param text the statement and below it the plan with what was found and read
     */
    record Plan(double millis, String text) {
        String statement() {
            return text.lines()
                    .takeWhile(line -> !line.contains("(cost="))
                    .toList()
                    .toString();
        }
    }
}
