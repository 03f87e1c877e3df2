package org.duetdb.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import org.duetdb.Database;
import org.hibernate.SessionFactory;

/** The repositories of the database that their entities belong to: one for each role. */
@ApplicationScoped
public class MarksOfAnAlias {

    /** Makes that of the write role. */
    @Produces
    @RequestScoped
    @Database(alias = "analytics")
    public Marks writing(@Database(alias = "analytics") EntityManagerFactory factory) {
        return of(factory);
    }

    /** Makes that of the read role. */
    @Produces
    @RequestScoped
    @Database(alias = "analytics", read = true)
    public Marks reading(@Database(alias = "analytics", read = true) EntityManagerFactory factory) {
        return of(factory);
    }

    private static Marks of(EntityManagerFactory factory) {
        return new Marks_(factory.unwrap(SessionFactory.class).openStatelessSession());
    }
}
