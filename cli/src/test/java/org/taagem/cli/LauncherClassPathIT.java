package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.LauncherProject.Run;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How the launcher puts a user's jars on the class path. */
class LauncherClassPathIT {
    private LauncherProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException {
        project = new LauncherProject(folder, "folder");
    }

    private static String classPath(Run run) {
        int cp = run.out().indexOf("argument -cp");
        return run.out().get(cp + 1).substring("argument ".length());
    }

    @Test
    void run_classPathGiven_standsBehindTheProgramAndNotInTheArchive() throws Exception {
        project.jdk("jdks/17", "17.0.15");
        Path jar = Files.createFile(project.path("my jar.jar"));
        Path jars = Files.createDirectory(project.path("jars"));
        Run run = project.set("TAAGEM_CLASSPATH", jar + "::" + jars + "/*").run("train");
        String program =
                project.root().resolve("cli/target/launcher/app/taagem-cli.jar").toString();
        assertEquals(program + ":" + jar + ":" + jars + "/*", classPath(run));
        assertEquals(3, project.archiving().size());
        for (String step : project.archiving()) {
            assertTrue(step.contains(" -cp " + program + " "), step);
        }
    }

    @Test
    void run_classPathNamesNothing_fails() throws Exception {
        project.jdk("jdks/17", "17.0.15");
        for (String entry : List.of("/no/such.jar", "/no/such/*")) {
            Run run = project.set("TAAGEM_CLASSPATH", entry).run("train");
            assertEquals(
                    List.of("taagem: TAAGEM_CLASSPATH names " + entry + ", which does not exist; mend it, or unset it"),
                    run.err().stream()
                            .filter(line -> !line.contains("building"))
                            .toList());
            assertEquals(1, run.exit());
        }
    }

    /** With the real program and a real archive, which must not be in the way of classes that are not in it. */
    @Test
    void run_loaderOfAUser_isFound() throws Exception {
        project.set("JAVA_HOME", System.getProperty("java.home"));
        project.set("PROGRAM", Path.of("target").toAbsolutePath().toString());
        project.set("TAAGEM_CLASSPATH", Path.of("target/test-classes").toAbsolutePath() + "");
        Run run = project.run("train", "--dataset", "points:400", "--set", "num_epochs=1", "--set", "hidden_dim=8");
        assertEquals(0, run.exit(), () -> String.join("\n", run.err()));
        Path results = project.root().resolve("test_results");
        try (var runs = Files.list(results)) {
            Path made = runs.findAny().orElseThrow();
            assertTrue(made.getFileName().toString().startsWith("ta_agem_permutation_points-400_"), made::toString);
            assertEquals("points:400", RunRecordFile.read(made).stream().dataset());
        }
    }

    /** The examples of the guide, compiled as a user would, with a real program that has never heard of them. */
    @Test
    void run_learnerAndMemoryOfAUser_areLearnedWithAndNamed() throws Exception {
        Path classes = Files.createDirectory(project.path("classes"));
        compile(classes, "GradientSurgery", "FirstComers");
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.taagem.experiment.LearnerType"), "org.taagem.examples.GradientSurgery\n");
        Files.writeString(services.resolve("org.taagem.experiment.MemoryType"), "org.taagem.examples.FirstComers\n");
        project.set("JAVA_HOME", System.getProperty("java.home"));
        project.set("PROGRAM", Path.of("target").toAbsolutePath().toString());
        project.set("TAAGEM_CLASSPATH", classes.toString());
        Run run = project.run(
                "train",
                "--lite",
                "--strategy=gradient-surgery",
                "--set=memory=first-comers",
                "--set=surgery_weight=2",
                "--set=num_epochs=1",
                "--set=hidden_dim=8");
        assertEquals(0, run.exit(), () -> String.join("\n", run.err()));
        try (var runs = Files.list(project.root().resolve("test_results"))) {
            Path made = runs.findAny().orElseThrow();
            Map<String, Object> config = RunRecordFile.read(made).config();
            assertEquals("gradient-surgery", config.get("strategy"));
            assertEquals(2.0, config.get("surgery_weight"));
            assertEquals("first-comers", config.get("memory"));
            Map<String, String> ofModel = SavedModel.read(made).origin().config();
            assertEquals("gradient-surgery", ofModel.get("strategy"));
            assertEquals("first-comers", ofModel.get("memory"));
        }
    }

    private static void compile(Path classes, String... examples) {
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (String example : examples) {
            arguments.add("../examples/src/main/java/org/taagem/examples/" + example + ".java");
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
    }
}
