package org.duetdb;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.ext.Provider;
import java.sql.Connection;
import java.util.Set;

/** The direction of the packages, and the house rules. */
@AnalyzeClasses(
        packages = "org.duetdb",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyTheLibrary.class})
class ArchitectureTest {

    /** The embedded databases, which the tests bring, are no part of it. */
    static final class OnlyTheLibrary implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/duetdb/embedded/");
        }
    }

    private static final DescribedPredicate<JavaClass> API_OF_DUET = resideInAPackage("org.duetdb");

    private static final Set<String> DESCRIPTIONS = Set.of("Member", "Type", "ParameterizedType");

    @ArchTest
    static final ArchRule packages_pointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("config")
            .definedBy("..config..")
            .layer("catalog")
            .definedBy("..catalog..")
            .layer("server")
            .definedBy("..server..")
            .layer("datasource")
            .definedBy("..datasource..")
            .layer("sql")
            .definedBy("..sql..")
            .layer("type")
            .definedBy("..type..")
            .layer("batch")
            .definedBy("..batch..")
            .layer("position")
            .definedBy("..position..")
            .layer("session")
            .definedBy("..session..")
            .layer("transaction")
            .definedBy("..transaction..")
            .layer("persistence")
            .definedBy("..persistence..")
            .layer("model")
            .definedBy("..model..")
            .layer("preflight")
            .definedBy("..preflight..")
            .layer("health")
            .definedBy("..health..")
            .layer("cdi")
            .definedBy("..cdi..")
            .layer("rest")
            .definedBy("..rest..")
            .whereLayer("rest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cdi")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("preflight")
            .mayOnlyBeAccessedByLayers("health")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("cdi")
            .whereLayer("persistence")
            .mayOnlyBeAccessedByLayers("model", "cdi")
            .whereLayer("transaction")
            .mayOnlyBeAccessedByLayers("persistence", "health", "cdi")
            .whereLayer("position")
            .mayOnlyBeAccessedByLayers("transaction")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("transaction", "persistence", "model", "health", "cdi")
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("session", "transaction", "health", "cdi")
            .whereLayer("type")
            .mayOnlyBeAccessedByLayers("batch", "session", "transaction", "model", "health", "cdi")
            .whereLayer("sql")
            .mayOnlyBeAccessedByLayers("type", "batch", "session", "transaction", "health", "cdi")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("datasource", "transaction", "health")
            .whereLayer("datasource")
            .mayOnlyBeAccessedByLayers("session", "transaction", "persistence", "preflight", "health", "cdi")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers(
                    "datasource", "session", "transaction", "persistence", "preflight", "health", "cdi");

    @ArchTest
    static final ArchRule api_importsNoneOfItsSubPackages =
            noClasses().that(API_OF_DUET).should().dependOnClassesThat(resideInAPackage("org.duetdb.*.."));

    /** Applications use it beside the API: it must not bring along what they should not see. */
    @ArchTest
    static final ArchRule rest_importsTheApiOnly = noClasses()
            .that()
            .resideInAPackage("org.duetdb.rest")
            .should()
            .dependOnClassesThat(resideInAPackage("org.duetdb.*..").and(not(resideInAPackage("org.duetdb.rest"))));

    /** A server that scans a library would turn it on where nobody has asked for it. */
    @ArchTest
    static final ArchRule rest_isNotFoundByScanning =
            noClasses().that().resideInAPackage("org.duetdb.rest").should().beAnnotatedWith(Provider.class);

    @ArchTest
    static final ArchRule microProfileConfig_onlyInConfig =
            only("org.eclipse.microprofile.config..", "org.duetdb.config");

    @ArchTest
    static final ArchRule management_onlyInServer = only("javax.management..", "org.duetdb.server");

    @ArchTest
    static final ArchRule naming_onlyInDatasource = only("javax.naming..", "org.duetdb.datasource");

    @ArchTest
    static final ArchRule driver_onlyInDatasource = only("org.postgresql..", "org.duetdb.datasource");

    @ArchTest
    static final ArchRule jakartaTransactions_onlyInTransaction =
            only("jakarta.transaction..", "org.duetdb.transaction");

    @ArchTest
    static final ArchRule restfulWebServices_onlyAroundTheTransactionAndInRest = noClasses()
            .that()
            .resideOutsideOfPackages("org.duetdb.transaction", "org.duetdb.cdi", "org.duetdb.rest")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule microProfileHealth_onlyInHealth =
            only("org.eclipse.microprofile.health..", "org.duetdb.health");

    @ArchTest
    static final ArchRule cdiSpi_onlyInCdi = only("jakarta.enterprise.inject.spi..", "org.duetdb.cdi");

    @ArchTest
    static final ArchRule noServer_isKnown = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "fish.payara..", "com.sun..", "org.glassfish..", "org.jboss..", "com.ibm..", "io.openliberty.."));

    @ArchTest
    static final ArchRule jakartaPersistence_onlyWhereItsProvidersAre = noClasses()
            .that()
            .resideOutsideOfPackages("org.duetdb.persistence", "org.duetdb.model", "org.duetdb.cdi", "org.duetdb.rest")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence.."));

    /**
     * What providers of persistence are given, and what they are hidden behind, has many methods, more with each
     * version; attributes of entities are known by their names only.
     */
    @ArchTest
    static final ArchRule reflection_isForRecordsTheSignaturesOfResourcesAndPersistence = noClasses()
            .that()
            .resideOutsideOfPackage("org.duetdb.persistence")
            .and()
            .haveSimpleNameNotStartingWith("Lent")
            .and()
            .doNotHaveSimpleName("EntityAttribute")
            .and()
            .doNotHaveSimpleName("EntityDescription")
            .and()
            .doNotHaveSimpleName("RecordShape")
            .and()
            .doNotHaveSimpleName("ResourceFeature")
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect")
                    .and(DescribedPredicate.describe(
                            "other than what describes a member or a type",
                            used -> !DESCRIPTIONS.contains(used.getSimpleName()))));

    @ArchTest
    static final ArchRule threadLocals_areNotUsed = noFields().should().haveRawType(ThreadLocal.class);

    @ArchTest
    static final ArchRule staticFields_areFinal =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule currentCdi_isNotLookedUp =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI");

    @ArchTest
    static final ArchRule connections_areLeftToTheTransactionManager = noClasses()
            .should()
            .callMethod(Connection.class, "commit")
            .orShould()
            .callMethod(Connection.class, "rollback")
            .orShould()
            .callMethod(Connection.class, "setAutoCommit", boolean.class)
            .orShould()
            .callMethod(Connection.class, "setReadOnly", boolean.class);

    @ArchTest
    static final ArchRule names_areNounsOfTheSpecifications =
            noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)");

    @ArchTest
    static final ArchRule exceptions_areOneFamily = classes()
            .that(API_OF_DUET)
            .and()
            .haveSimpleNameEndingWith("Exception")
            .should()
            .beAssignableTo(DuetException.class);

    private static ArchRule only(String forbidden, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat(resideInAPackage(forbidden));
    }
}
