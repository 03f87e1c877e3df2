package org.duetdb.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.duetdb.Database;
import org.duetdb.DbSession;
import org.duetdb.connector.PostOfficeMXBean;
import org.duetdb.fixture.ConnectorModule;
import org.duetdb.fixture.Deployments;
import org.duetdb.scenario.message.InboxBean;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Injected sessions in a message-driven bean. A WAR cannot hold a resource adapter, so Payara Micro is left out. */
@DisabledIfSystemProperty(named = "arquillian.launch", matches = "payara-micro")
@ExtendWith(ArquillianExtension.class)
class MessageDrivenIT {

    @Inject
    @Database
    DbSession main;

    @Inject
    @Database(alias = "analytics")
    DbSession analytics;

    @Deployment
    static Archive<?> application() {
        return ConnectorModule.addTo(
                Deployments.application(web -> web.addClasses(MessageDrivenIT.class, InboxBean.class)));
    }

    @BeforeEach
    void clear() {
        main.execute("DELETE FROM scenario WHERE key NOT LIKE 'startup-%'");
        analytics.execute("DELETE FROM scenario");
    }

    @AfterEach
    void nothingStaysPrepared() {
        assertEquals(0, main.queryOne(Integer.class, "SELECT count(*)::int FROM pg_prepared_xacts"));
    }

    private static String send(String delivery, String message) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName(PostOfficeMXBean.NAME), delivery, new Object[] {message}, new String[] {
                    String.class.getName()
                });
    }

    private static List<String> keys(DbSession session) {
        return session.query(String.class, "SELECT key FROM scenario WHERE key NOT LIKE 'startup-%'");
    }

    private void assertWritten(String failure) {
        assertEquals("", failure);
        assertEquals(List.of("k"), keys(analytics));
        List<String> keys = keys(main);
        assertEquals(3, keys.size(), keys::toString);
        assertTrue(keys.containsAll(List.of("k", "IN_TRANSACTION")), keys::toString);
        assertFalse(keys.contains(main.requestId()), keys::toString);
    }

    private void assertRolledBack(String cause, String failure) {
        assertTrue(failure.contains(cause), failure);
        assertEquals(List.of(), keys(main));
        assertEquals(List.of(), keys(analytics));
    }

    @Test
    void message_writesBothInTheTransactionOfTheContainer() throws Exception {
        assertWritten(send("deliver", "k"));
    }

    @Test
    void messageWhoseBeanThrows_rollsBackBoth() throws Exception {
        assertRolledBack("on purpose", send("deliver", "throw"));
    }

    @Test
    void begin_inTheTransactionOfTheContainer_isRefused() throws Exception {
        assertRolledBack("DUET-302", send("deliver", "begin"));
    }

    /** Here the transaction ends when the request of the bean is over. */
    @Test
    void messageBetweenBeforeAndAfterDelivery_writesBoth() throws Exception {
        assertWritten(send("deliverBetween", "k"));
    }

    @Test
    void messageBetweenBeforeAndAfterDelivery_whoseBeanThrows_rollsBackBoth() throws Exception {
        assertRolledBack("on purpose", send("deliverBetween", "throw"));
    }
}
