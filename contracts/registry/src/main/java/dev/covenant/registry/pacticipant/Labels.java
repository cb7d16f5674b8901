package dev.covenant.registry.pacticipant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The labels of pacticipants. */
@ApplicationScoped
@Transactional
public class Labels {
    private static final RowMapper<Label> ROW = ConstructorMapper.of(Label.class);
    private static final String SELECT = "SELECT pacticipant_id, name, created_at, updated_at FROM label ";

    private final Jdbi jdbi;

    @Inject
    public Labels(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Label> of(Pacticipant pacticipant) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE pacticipant_id = :id ORDER BY name")
                .bind("id", pacticipant.id())
                .map(ROW)
                .list());
    }

    /** All there are, by the id of their pacticipant. */
    public Map<Long, List<Label>> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY name")
                .map(ROW)
                .collect(Collectors.groupingBy(Label::pacticipantId)));
    }

    /** Each name once, in order; at most so many. */
    public List<String> names(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT DISTINCT name FROM label ORDER BY name LIMIT :most")
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    public Optional<Label> find(Pacticipant pacticipant, String name) {
        return of(pacticipant).stream()
                .filter(label -> label.name().equals(name))
                .findFirst();
    }

    /** False when it has it already. */
    public boolean add(Pacticipant pacticipant, String name) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "INSERT INTO label (pacticipant_id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING")
                        .bind("id", pacticipant.id())
                        .bind("name", name)
                        .execute())
                == 1;
    }

    /** False when it has none. */
    public boolean remove(Pacticipant pacticipant, String name) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("DELETE FROM label WHERE pacticipant_id = :id AND name = :name")
                                .bind("id", pacticipant.id())
                                .bind("name", name)
                                .execute())
                == 1;
    }
}
