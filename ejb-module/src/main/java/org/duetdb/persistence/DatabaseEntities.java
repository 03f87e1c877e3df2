package org.duetdb.persistence;

import org.duetdb.Origin;
import org.duetdb.session.JdbcDbSession;

/** What every injected entity manager is beside that. */
public interface DatabaseEntities {

    /** Returns the alias and the role. */
    Origin origin();

    /** Returns the session that it shares connections with; null outside of requests. */
    JdbcDbSession session();
}
