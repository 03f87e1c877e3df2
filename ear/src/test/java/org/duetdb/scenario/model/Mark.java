package org.duetdb.scenario.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the analytics database. */
@Entity
@Table(name = "scenario")
public class Mark {

    @Id
    private String key;

    /** For the provider. */
    protected Mark() {}

    /** Creates one. */
    public Mark(String key) {
        this.key = key;
    }

    /** Returns what it is found by. */
    public String key() {
        return key;
    }
}
