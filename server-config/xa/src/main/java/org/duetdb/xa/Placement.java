package org.duetdb.xa;

/** The server that a connection was made to, where there was a choice. */
interface Placement {

    /** There was none. */
    Placement ONLY = new Placement() {
        @Override
        public boolean isToBeLeft(Backend backend) {
            return false;
        }

        @Override
        public String replicas() {
            return null;
        }

        @Override
        public void left() {
            // nobody counts
        }
    };

    /** Whether another server is to be used instead; may ask this one over its connection. */
    boolean isToBeLeft(Backend backend);

    /**
     * Of each server a line, with blanks between: its address; {@code used} or {@code unused}; its connections; of when
     * it was last asked, a dash for each if it has not answered: {@code standby} or {@code primary}, how long that
     * took, how far it was behind, both in milliseconds, and in bytes; and why it is not used, which is empty if it is.
     */
    String replicas();

    /** Takes note that the connection has been closed. */
    void left();
}
