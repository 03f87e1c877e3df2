package org.duetdb.cdi;

import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duetdb.catalog.Requirement;
import org.duetdb.config.Problem;
import org.duetdb.persistence.PersistenceUnits;

/** What the application's injection points ask for of persistence units. For one thread. */
final class UnitRequirements {

    private final Set<Requirement> requirements = new LinkedHashSet<>();
    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /** Takes note of an injection point: whose descriptors its class sees, and whether it is for one of their units. */
    void collect(InjectionPoint point, Requirement requirement) {
        loaders.add(point.getMember().getDeclaringClass().getClassLoader());
        if (point.getType() == EntityManager.class
                || point.getType() == EntityManagerFactory.class
                || RepositoryType.isThatOf(point)) {
            requirements.add(requirement);
        }
    }

    /** Returns the class loaders that may see the descriptors. */
    Set<ClassLoader> loaders() {
        Set<ClassLoader> all = new LinkedHashSet<>(loaders);
        all.add(Thread.currentThread().getContextClassLoader());
        return all;
    }

    /** Returns what is asked for and not there. */
    List<Problem> problems(PersistenceUnits units) {
        List<Problem> problems = new ArrayList<>();
        for (Requirement requirement : requirements) {
            if (!units.has(requirement.alias())) {
                problems.add(new Problem("DUET-008", describe(requirement, units)));
            }
        }
        return problems;
    }

    private static String describe(Requirement requirement, PersistenceUnits units) {
        String exist = units.names().isEmpty() ? "there is none" : "there are: " + String.join(", ", units.names());
        return "no persistence unit has the name " + requirement.alias() + " that " + requirement.place()
                + " asks for; " + exist + "; add <persistence-unit name=\"" + requirement.alias()
                + "\"> to META-INF/persistence.xml";
    }
}
