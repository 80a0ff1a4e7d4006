package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.LauncherProject.Run;
import org.taagem.cli.LauncherProject.Started;
import org.taagem.experiment.Experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When the launcher makes the archive of loaded classes, and when it uses one. */
class LauncherArchiveIT {
    private static final int STEPS = 3;

    private LauncherProject project;
    private Path home;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException, InterruptedException {
        project = new LauncherProject(folder);
        home = project.jdk("jdks/a", "17.0.15");
        project.run("--version"); // builds
    }

    private static String making(String version) {
        return "taagem: making later starts faster, once for JDK " + version;
    }

    private Path archive(Path jdk, String version) {
        String name = "archive" + (jdk + "-" + version).replace('/', '-') + ".jsa";
        return project.root().resolve("cli/target/launcher/app").resolve(name);
    }

    private void assertTrains(int archived, boolean used, String... errors) throws Exception {
        Run run = project.run("train", "--lite");
        assertEquals(List.of(errors), run.err());
        assertEquals(0, run.exit());
        assertEquals(archived * STEPS, project.archiving().size());
        assertEquals(
                used,
                run.out().stream().anyMatch(line -> line.startsWith("argument -XX:SharedArchiveFile=")),
                () -> run.toString());
    }

    @Test
    void run_firstTraining_makesTheArchiveWithTheOptionsOfTheRun() throws Exception {
        assertEquals(List.of(), project.archiving());
        Run run = project.run("train", "--lite");
        assertEquals(List.of(making("17.0.15")), run.err());
        assertTrue(run.out().contains("argument -XX:SharedArchiveFile=" + archive(home, "17.0.15")), run::toString);
        String options =
                "-Xshare:auto --add-modules jdk.incubator.vector -XX:ObjectAlignmentInBytes=64 -XX:+UseSerialGC -Xmn16m ";
        for (String step : project.archiving()) {
            assertTrue(step.startsWith(home + " | " + options), step);
        }
        assertTrains(1, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"defaults", "tarin", "train -h", "train --lite --help"})
    void run_commandThatDoesNotLearn_neitherMakesNorUsesOne(String command) throws Exception {
        assertTrains(1, true, making("17.0.15"));
        Run run = project.run(command.split(" "));
        assertFalse(run.out().toString().contains("SharedArchiveFile"), run::toString);
        assertFalse(run.out().toString().contains("jdk.incubator.vector"), run::toString);
        assertEquals(STEPS, project.archiving().size());
    }

    @Test
    void run_archiveOlderThanTheProgram_saysSoAndMakesItAgain() throws Exception {
        assertTrains(1, true, making("17.0.15"));
        Path archive = archive(home, "17.0.15");
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        assertTrains(2, true, "taagem: " + archive + " is damaged or out of date; making it again");
        assertTrains(2, true);
    }

    @Test
    void run_otherJdk_makesOneForThatToo() throws Exception {
        assertTrains(1, true, making("17.0.15"));
        Path newer = project.jdk("jdks/b", "25.0.3");
        assertTrains(2, true, making("25.0.3"));
        assertTrue(Files.exists(archive(newer, "25.0.3")), "not named after its JDK");
        Files.delete(newer.resolve("release"));
        assertTrains(2, true);
    }

    @Test
    void run_programBuiltAgain_makesItAgain() throws Exception {
        assertTrains(1, true, making("17.0.15"));
        Files.writeString(project.source("A.java"), "class A { int a; }\n");
        assertTrains(2, true, "taagem: building the program, for its sources have changed", making("17.0.15"));
    }

    @Test
    void run_archiveCutOff_saysSoAndMakesItAgain() throws Exception {
        assertTrains(1, true, making("17.0.15"));
        Path archive = archive(home, "17.0.15");
        Files.writeString(archive, "cl");
        assertTrains(2, true, "taagem: " + archive + " is damaged or out of date; making it again");
        assertTrains(2, true);
    }

    @Test
    void run_archiveCannotBeMade_saysSoOnceAndStartsWithout() throws Exception {
        project.set("ARCHIVING_EXIT", "1");
        String failed = "taagem: could not make " + archive(home, "17.0.15") + "; starts stay slower, and "
                + project.root().resolve("cli/target/launcher/archive.log") + " says why";
        Run run = project.run("train", "--lite");
        assertEquals(List.of(making("17.0.15"), failed), run.err());
        assertEquals(0, run.exit());
        assertEquals(1, project.archiving().size());
        assertEquals(List.of(), project.run("train", "--lite").err());
        assertEquals(1, project.archiving().size());
    }

    @Test
    void run_switchedOff_neitherMakesNorUsesOne() throws Exception {
        assertTrains(1, true, making("17.0.15"));
        project.set("TAAGEM_ARCHIVE", "no");
        assertTrains(1, false);
        project.jdk("jdks/b", "25.0.3");
        assertTrains(1, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseZGC", "--add-opens=a/b=c", "-Xshare:off", "-javaagent:a.jar", "-agentlib:jdwp"})
    void run_optionsThatItMayNotFit_neitherMakesNorUsesOne(String option) throws Exception {
        project.set("TAAGEM_JAVA_OPTS", option);
        assertTrains(0, false);
    }

    @Test
    void run_otherOptions_usesIt() throws Exception {
        project.set("TAAGEM_JAVA_OPTS", "-Xmx8g -Dname=value -Xlog:gc");
        assertTrains(1, true, making("17.0.15"));
    }

    @Test
    void run_endedWhileMakingIt_leavesNoLockAndMakesItNextTime() throws Exception {
        project.set("ARCHIVING_SECONDS", "15");
        Started started = project.start("train");
        while (project.archiving().isEmpty()) {
            Thread.sleep(10);
        }
        started.process().destroy();
        assertEquals(143, project.finish(started).exit());
        assertFalse(Files.exists(project.lock(), LinkOption.NOFOLLOW_LINKS), "the lock was left behind");
        project.set("ARCHIVING_SECONDS", "0");
        assertEquals(List.of(making("17.0.15")), project.run("train").err());
        assertEquals(List.of(), project.run("train").err());
    }

    /** In a folder without a space: up to Java 17, the JVM takes no classes of an application from an archive beside one. */
    @Test
    void run_realJdkAndProgram_loadsItsClassesFromTheArchive(@TempDir Path results) throws Exception {
        LauncherProject real = new LauncherProject(results, "folder")
                .set("JAVA_HOME", System.getProperty("java.home"))
                .set("PROGRAM", Path.of("target").toAbsolutePath().toString())
                .set("TAAGEM_JAVA_OPTS", "-Xlog:class+load");
        Run run = real.run("train", "--lite", "--set=num_epochs=1", "--set=hidden_dim=5", "-o", results.toString());
        assertEquals(0, run.exit(), () -> String.join("\n", run.err()));
        for (Class<?> loaded : List.of(Main.class, Experiment.class, String.class)) {
            assertTrue(
                    run.out().stream()
                            .anyMatch(line -> line.endsWith(" " + loaded.getName() + " source: shared objects file")),
                    () -> loaded + " does not come from the archive");
        }
    }
}
