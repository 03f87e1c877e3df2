package org.duetdb.scenario.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whom pets belong to. */
@Entity
@Table(name = "pet_owner")
public class PetOwner {

    @Id
    private long id;

    private String name;

    /** For the provider. */
    protected PetOwner() {}
}
