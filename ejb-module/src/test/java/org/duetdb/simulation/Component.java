package org.duetdb.simulation;

/** Whose transactions a running component has (Jakarta Transactions 2.0 §3.7, Jakarta Enterprise Beans 4.0 §8.3.3). */
enum Component {
    /** Its own, by {@code UserTransaction}. */
    BEGINS_ITSELF,

    /** The container's, by {@code @Transactional}: {@code UserTransaction} is there and refuses everything. */
    TRANSACTIONAL,

    /** The container's, by an enterprise bean: {@code UserTransaction} is not there. */
    ENTERPRISE_BEAN
}
