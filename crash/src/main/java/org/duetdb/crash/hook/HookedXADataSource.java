package org.duetdb.crash.hook;

import java.io.IOException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.xa.PGXADataSource;

/**
 * A datasource around another one, which it makes by the name of its class and gives its own properties to: those of
 * the driver, and those that only the other one knows.
 */
public class HookedXADataSource extends PGXADataSource {

    private final Map<String, Object> further = new TreeMap<>();
    private String hooked = PGXADataSource.class.getName();
    private XADataSource inner;

    /** For application servers. */
    public HookedXADataSource() {}

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return new HookedConnection(inner().getXAConnection(), Trap.OF_THIS_SERVER);
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return new HookedConnection(inner().getXAConnection(user, password), Trap.OF_THIS_SERVER);
    }

    private synchronized XADataSource inner() throws SQLException {
        if (inner == null) {
            try {
                inner = make();
            } catch (ReflectiveOperationException | IOException failure) {
                throw new SQLException("the datasource " + hooked + " cannot be made", failure);
            }
        }
        return inner;
    }

    private XADataSource make() throws ReflectiveOperationException, IOException {
        Object made = Class.forName(hooked, true, getClass().getClassLoader())
                .getDeclaredConstructor()
                .newInstance();
        ((BaseDataSource) made).initializeFrom(this);
        for (Map.Entry<String, Object> property : further.entrySet()) {
            String name = "set" + property.getKey();
            // the driver's own class, which can be asked for instead of the configured one, knows none of them
            Optional<Method> setter = Arrays.stream(made.getClass().getMethods())
                    .filter(method -> method.getName().equals(name))
                    .findFirst();
            if (setter.isPresent()) {
                setter.get().invoke(made, property.getValue());
            }
        }
        return (XADataSource) made;
    }

    /** The name of the other one's class. */
    public String getHooked() {
        return hooked;
    }

    /** Sets the name of the other one's class. */
    public void setHooked(String name) {
        hooked = name;
    }

    /** Passed on. */
    public void setAlias(String alias) {
        further.put("Alias", alias);
    }

    /** Passed on. */
    public void setRole(String role) {
        further.put("Role", role);
    }

    /** Passed on. */
    public void setNode(String node) {
        further.put("Node", node);
    }

    /** Passed on. */
    public void setSiblings(String siblings) {
        further.put("Siblings", siblings);
    }

    /** Passed on. */
    public void setMaxLifetime(int seconds) {
        further.put("MaxLifetime", seconds);
    }

    /** Passed on. */
    public void setValidationPeriod(int millis) {
        further.put("ValidationPeriod", millis);
    }

    /** Passed on. */
    public void setLeakTimeout(int seconds) {
        further.put("LeakTimeout", seconds);
    }
}
