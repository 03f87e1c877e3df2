package org.duetdb.scenario.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What belongs to another one, which need not be there before the commit. */
@Entity
@Table(name = "scenario_child")
public class Belonging {

    @Id
    private String key;

    @ManyToOne
    @JoinColumn(name = "parent")
    private Owner owner;

    /** For the provider. */
    protected Belonging() {}

    /** Creates one. */
    public Belonging(String key, Owner owner) {
        this.key = key;
        this.owner = owner;
    }

    /** Gives it to another one. */
    public void belongTo(Owner other) {
        this.owner = other;
    }
}
