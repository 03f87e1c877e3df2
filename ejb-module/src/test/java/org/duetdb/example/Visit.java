package org.duetdb.example;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.duetdb.model.SoftDeletableModel;

/** The entity that examples use. */
@Entity
@Table(name = "visit")
public class Visit extends SoftDeletableModel {

    private String page;

    /** For the provider. */
    protected Visit() {}

    /** Creates one. */
    public Visit(String page) {
        this.page = page;
    }

    /** Returns what has been visited. */
    public String getPage() {
        return page;
    }

    /** Says what has been visited. */
    public void setPage(String page) {
        this.page = page;
    }
}
