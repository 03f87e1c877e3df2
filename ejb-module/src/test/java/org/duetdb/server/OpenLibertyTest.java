package org.duetdb.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenLibertyTest {

    /** As Open Liberty 26.0.0.3 says it. */
    private static final String CONTENTS = """
            PoolManager@5c1a9d3b
            name=WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=jdbc/default/write
            jndiName=jdbc/default/write
            maxPoolSize=16
            size=6
            waiting=2
            unshared=3
             ManagedConnection@1=ActiveInUse thread=70
             ManagedConnection@2=ActiveInUse thread=71
             ManagedConnection@3=ActiveInUse thread=72
            shared=1
             ManagedConnection@4=ActiveInTransaction thread=73 transaction=9 connectionHandles=1
            available=2
             ManagedConnection@5=Reusable
             ManagedConnection@6=Reusable
            """;

    @Test
    void figures_ofAPool_areThoseOfItsContents() {
        assertThat(OpenLiberty.figures(new PoolContents(CONTENTS))).isEqualTo(new PoolFigures(6, 2, 4, 2));
    }

    @Test
    void figures_thatAreNotThere_areNull() {
        assertThat(OpenLiberty.figures(new PoolContents(""))).isEqualTo(new PoolFigures(null, null, null, null));
        assertThat(OpenLiberty.figures(new PoolContents("available=many\nwaiting=1")))
                .isEqualTo(new PoolFigures(null, null, null, 1));
    }
}
