package org.duetdb.scenario.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An entity whose table the tests have made. */
@Entity
@Table(name = "pet", indexes = @Index(name = "pet_by_name", columnList = "name"))
public class Pet {

    @Id
    private long id;

    @Column(nullable = false)
    private String name;

    @ManyToOne
    private PetOwner owner;

    /** For the provider. */
    protected Pet() {}

    /** Creates one. */
    public Pet(long id, String name, PetOwner owner) {
        this.id = id;
        this.name = name;
        this.owner = owner;
    }
}
