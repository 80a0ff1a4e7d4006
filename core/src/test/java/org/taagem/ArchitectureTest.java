package org.taagem;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.testing.ProductionClasses;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who may use whom, as the design lays down. */
class ArchitectureTest {
    /** Of every package, the others that it may use. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "state", List.of(),
            "random", List.of("state"),
            "data", List.of("random"),
            "metrics", List.of(),
            "nn", List.of("data", "random", "state"),
            "memory", List.of("data", "random", "state"),
            "stream", List.of("data", "random"),
            "learn", List.of("data", "memory", "nn", "random", "state"),
            "experiment", List.of("data", "learn", "memory", "metrics", "nn", "random", "state", "stream"));

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    private static void check(ArchRule rule) {
        rule.check(ProductionClasses.ALL);
    }

    @Test
    void packages_all_haveARule() {
        Set<String> existing = ProductionClasses.ALL.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring("org.taagem.".length()))
                .collect(Collectors.toSet());

        assertEquals(packages(), existing);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void package_any_usesOnlyWhatItMayAndTheJdk(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
                .map(used -> "org.taagem." + used)
                .toArray(String[]::new);

        check(classes()
                .that()
                .resideInAPackage("org.taagem." + name)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed)
                        .or(JavaClass.Predicates.resideInAnyPackage("java..", "org.jspecify.annotations"))));
    }

    @Test
    void core_anywhere_neverEndsTheProgram() {
        check(noClasses().should().callMethod(System.class, "exit", int.class));
        check(noClasses().should().callMethod(Runtime.class, "exit", int.class));
        check(noClasses().should().callMethod(Runtime.class, "halt", int.class));
    }

    /** A class that draws takes its generator in the constructor; nothing may draw from elsewhere. */
    @Test
    void core_anywhere_drawsFromGivenGeneratorsOnly() {
        check(noClasses().should().callMethod(Math.class, "random"));
        check(noClasses().should().callMethod(StrictMath.class, "random"));
        check(noClasses().should().callMethod(Collections.class, "shuffle", List.class));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Random.class));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(SplittableRandom.class));
        check(noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class));
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.random.RandomGeneratorFactory"));
        check(noClasses().should().callMethod(RandomGenerator.class, "getDefault"));
        check(noClasses().should().callMethod(RandomGenerator.class, "of", String.class));
    }

    /** Nothing that a learner is given knows of tasks: neither the types it can reach, nor what a sample carries. */
    @Test
    void learner_anywhere_cannotSeeTasks() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.taagem.learn", "org.taagem.memory", "org.taagem.nn", "org.taagem.data")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.taagem.stream", "org.taagem.experiment"));
        assertEquals(
                List.of("id", "features", "label", "logits"),
                Stream.of(Sample.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertEquals(
                Set.of("size", "get", "of"),
                Stream.of(Batch.class.getMethods()).map(Method::getName).collect(Collectors.toSet()));
    }
}
