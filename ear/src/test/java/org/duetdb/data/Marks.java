package org.duetdb.data;

import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import org.duetdb.scenario.model.Mark;

/** What Hibernate implements when this is compiled. */
@Repository(dataStore = "analytics")
public interface Marks {

    /** Inserts one. */
    @Insert
    void insert(Mark mark);

    /** Deletes one. */
    @Delete
    void delete(Mark mark);

    /** Returns that of a key. */
    @Find
    Optional<Mark> find(String key);

    /** Returns those whose keys match, in their order. */
    @Query("where key like :pattern order by key")
    List<Mark> like(String pattern);
}
