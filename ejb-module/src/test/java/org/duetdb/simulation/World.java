package org.duetdb.simulation;

import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duetdb.Role;
import org.duetdb.catalog.Binding;
import org.duetdb.config.DatabaseSettings;
import org.duetdb.datasource.ContainerDataSource;
import org.duetdb.session.SessionServices;
import org.duetdb.transaction.SimulatedJta;
import org.duetdb.transaction.TransactionServices;

/** Everything around the library in one simulation: databases, pools, a transaction manager, and an observer. */
final class World {

    private final Chance chance;
    private final Trace trace = new Trace();
    private final Faults faults;
    private final Faults faultsOfReading;
    private final Ledger ledger;
    private final SimulatedTransactions transactions;
    private final TransactionServices services;
    private final SessionServices sessionServices;
    private final List<SimulatedDatabase> databases = new ArrayList<>();
    private final List<SimulatedDatabase> replicas = new ArrayList<>();
    private final List<SimulatedPool> writing = new ArrayList<>();
    private final List<SimulatedPool> reading = new ArrayList<>();
    private final List<ContainerDataSource> sources = new ArrayList<>();

    private int lastId;

    /**
     * Makes a world.
     *
     * @param rarity one call in so many fails; 0 for none
     */
    World(
            Chance chance,
            ServerHabit habit,
            int rarity,
            List<DatabaseSettings> settings,
            SessionServices sessionServices) {
        this.chance = chance;
        this.sessionServices = sessionServices;
        faults = new Faults(chance, trace, rarity);
        faultsOfReading = new Faults(chance, trace, rarity);
        ledger = new Ledger(trace, faults);
        transactions = new SimulatedTransactions(habit, faults, trace, ledger::begun);
        UserTransaction demarcation = new SimulatedDemarcation(transactions, faults);
        services = SimulatedJta.services(
                () -> transactions.component() == Component.ENTERPRISE_BEAN
                        ? Optional.empty()
                        : Optional.of(demarcation),
                new SimulatedRegistry(transactions, faults));
        settings.forEach(this::open);
    }

    private void open(DatabaseSettings settings) {
        boolean writes = settings.role() == Role.WRITE;
        SimulatedDatabase database = new SimulatedDatabase(settings.alias());
        (writes ? databases : replicas).add(database);
        if (writes) {
            ledger.open(database);
        }
        SimulatedPool pool = new SimulatedPool(database, writes, transactions, writes ? faults : faultsOfReading);
        pool.setOfDuetsClass(databases.size() == 1);
        (writes ? writing : reading).add(pool);
        sources.add(new ContainerDataSource(
                new Binding(settings),
                () -> Optional.of(pool.dataSource()),
                writes ? null : sources.get(sources.size() - 1)));
    }

    /** A replica, or none, replays what it has been sent. */
    void replay() {
        int one = chance.below(2 * replicas.size());
        if (one < replicas.size()) {
            replicas.get(one).replay(databases.get(one));
        }
    }

    Chance chance() {
        return chance;
    }

    Trace trace() {
        return trace;
    }

    /** Returns those of the write role, and of the transaction manager. */
    Faults faults() {
        return faults;
    }

    /** Returns those of the read role. */
    Faults faultsOfReading() {
        return faultsOfReading;
    }

    Ledger ledger() {
        return ledger;
    }

    SimulatedTransactions transactions() {
        return transactions;
    }

    /** Returns what is known of the transaction of the thread; null if it has none. */
    Unit unit() {
        return ledger.unit(transactions.current());
    }

    TransactionServices services() {
        return services;
    }

    SessionServices sessionServices() {
        return sessionServices;
    }

    List<SimulatedDatabase> databases() {
        return databases;
    }

    /** Returns the pools of the write role. */
    List<SimulatedPool> writing() {
        return writing;
    }

    /** Returns the pools of the read role. */
    List<SimulatedPool> reading() {
        return reading;
    }

    List<ContainerDataSource> sources() {
        return sources;
    }

    /** Returns a number that no row has. */
    int newId() {
        return ++lastId;
    }
}
