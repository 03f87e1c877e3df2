package org.duetdb.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the application may import. */
@AnalyzeClasses(packages = "org.duetdb.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule application_importsOnlyTheApiOfDuet = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.duetdb.*..")
                    .and(not(resideInAnyPackage("org.duetdb.rest", "org.duetdb.web.."))));

    @ArchTest
    static final ArchRule application_importsNothingOfAServerOrDriver = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fish..", "org.glassfish..", "com.sun..", "org.postgresql..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule packages_doNotFormCycles =
            slices().matching("org.duetdb.web.(*)..").should().beFreeOfCycles();
}
