package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
}
