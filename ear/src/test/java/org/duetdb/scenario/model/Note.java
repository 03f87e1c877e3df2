package org.duetdb.scenario.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the main database. */
@Entity
@Table(name = "scenario")
public class Note {

    @Id
    private String key;

    /** For the provider. */
    protected Note() {}

    /** Creates one. */
    public Note(String key) {
        this.key = key;
    }

    /** Returns what it is found by. */
    public String key() {
        return key;
    }
}
