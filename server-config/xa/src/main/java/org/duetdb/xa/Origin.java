package org.duetdb.xa;

/** Which pool a message is about, as it stands in the message. */
record Origin(String alias, Role role) {

    @Override
    public String toString() {
        return "[alias=" + alias + ", role=" + role.word() + ']';
    }
}
