package org.duetdb.datasource;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the container offers by name (Jakarta EE Platform 10 §5). */
public final class ContainerDirectory {

    /** Looks a name up, as the calling component sees it. Empty if there is nothing of that type. */
    public <T> Optional<T> find(String name, Class<T> type) {
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
        } catch (NamingException absent) {
            return Optional.empty();
        }
    }
}
