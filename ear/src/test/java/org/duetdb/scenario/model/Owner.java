package org.duetdb.scenario.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** What others belong to. */
@Entity
@Table(name = "scenario_parent")
public class Owner {

    @Id
    private String key;

    @OneToMany(mappedBy = "owner")
    private List<Belonging> belongings = new ArrayList<>();

    /** For the provider. */
    protected Owner() {}

    /** Creates one. */
    public Owner(String key) {
        this.key = key;
    }

    /** Returns how many belong to it, which takes a look at the database. */
    public int belongings() {
        return belongings.size();
    }
}
