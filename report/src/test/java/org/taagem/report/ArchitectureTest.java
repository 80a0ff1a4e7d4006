package org.taagem.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which package of this module may use which. */
class ArchitectureTest {
    private static final String ROOT = "org.taagem.report";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/org/taagem/report/"))
            .importPackages(ROOT);

    /** Of every package, the others of this module that it may use. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            ROOT + ".legacy",
            List.of(),
            ROOT,
            List.of(ROOT + ".legacy"),
            ROOT + ".export",
            List.of(ROOT, ROOT + ".legacy"),
            ROOT + ".html",
            List.of(ROOT),
            ROOT + ".plot",
            List.of(ROOT + ".html"),
            ROOT + ".stats",
            List.of(ROOT, ROOT + ".legacy", ROOT + ".html", ROOT + ".plot"));

    static Set<Map.Entry<String, List<String>>> rules() {
        return MAY_USE.entrySet();
    }

    @Test
    void packages_all_haveARule() {
        assertEquals(
                MAY_USE.keySet(),
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void package_any_usesOnlyWhatItMayOfThisModule(Map.Entry<String, List<String>> rule) {
        String name = rule.getKey();
        String[] allowed =
                Stream.concat(Stream.of(name), rule.getValue().stream()).toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed)
                        .or(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..")))
                .check(CLASSES);
    }
}
