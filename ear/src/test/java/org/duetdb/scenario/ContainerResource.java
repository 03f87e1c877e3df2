package org.duetdb.scenario;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.duetdb.Database;
import org.duetdb.DbSession;

/** Beside the container's own transactions. */
@Path("scenario/container")
public class ContainerResource {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Inject
    ContainerTransactions container;

    @Inject
    BareBean bare;

    @Inject
    SessionBean sessionBean;

    @POST
    @Path("transactional")
    public String transactional(@QueryParam("key") String key) {
        return container.writeBoth(key);
    }

    @POST
    @Path("transactional-throws")
    public String transactionalThrows(@QueryParam("key") String key) {
        return container.writeBothAndThrow(key);
    }

    @POST
    @Path("transactional-swallows")
    public String transactionalSwallows(@QueryParam("key") String key) {
        return container.writeBothAndSwallow(key);
    }

    @POST
    @Path("transactional-deferred")
    public String transactionalDeferred(@QueryParam("key") String key) {
        return container.writeDeferred(key);
    }

    @POST
    @Path("transactional-begin")
    public String transactionalBegin() {
        return container.begin();
    }

    /** The inner transaction commits, the outer one rolls back. */
    @POST
    @Path("requires-new")
    public String requiresNew(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", "outer-" + key);
        container.writeInNew("inner-" + key);
        main.execute("INSERT INTO scenario (key) VALUES ($1)", "outer-again-" + key);
        throw new IllegalStateException("on purpose");
    }

    /** The inner bean joins, fails and is caught: the request must not look as if it had committed. */
    @POST
    @Path("joined-and-caught")
    public String joinedAndCaught(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key);
        try {
            container.failInside();
        } catch (RuntimeException caught) {
            return "as if nothing had happened";
        }
        return "not failed";
    }

    @POST
    @Path("bare-bean-begin")
    public String bareBean() {
        return bare.begin();
    }

    @POST
    @Path("session-bean")
    public String sessionBean(@QueryParam("key") String key) {
        return sessionBean.write(key);
    }

    /** The bean takes part, and is the first to use the other database; the resource goes on with it. */
    @POST
    @Path("session-bean-within")
    public String sessionBeanWithin(@QueryParam("key") String key) {
        main.begin();
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key + "-before");
        String state = sessionBean.write(key);
        main.execute("INSERT INTO scenario (key) VALUES ($1)", key + "-z");
        analytics.execute("INSERT INTO scenario (key) VALUES ($1)", key + "-z");
        return state;
    }

    /** The same, and then it fails. */
    @POST
    @Path("session-bean-within-throws")
    public String sessionBeanWithinThrows(@QueryParam("key") String key) {
        sessionBeanWithin(key);
        throw new IllegalStateException("on purpose");
    }

    /** What the resource may do, and has just done, the bean may not. */
    @POST
    @Path("session-bean-begins")
    public String sessionBeanBegins(@QueryParam("key") String key) {
        main.transaction(() -> main.execute("INSERT INTO scenario (key) VALUES ($1)", key));
        return sessionBean.begin("bean-" + key);
    }

    /** The failure of a statement reaches the caller of the bean as what it is. */
    @POST
    @Path("session-bean-fails")
    public void sessionBeanFails(@QueryParam("key") String key) {
        sessionBean.writeTwice(key);
    }
}
