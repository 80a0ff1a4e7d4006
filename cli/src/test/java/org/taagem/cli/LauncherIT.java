package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.LauncherProject.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How the launcher finds its project and a JDK, and how it starts the program. */
class LauncherIT {
    private static final String MEND = "; set it to a JDK 17 or newer, or unset it to use the newest one installed";

    private LauncherProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException {
        project = new LauncherProject(folder);
    }

    @Test
    void run_fromAnotherFolder_becomesTheProgramThere() throws Exception {
        Path home = project.set("TAAGEM_ARCHIVE", "no").jdk("jdks/17", "17.0.15");
        Path elsewhere = Files.createDirectories(project.path("else where"));
        Run run = project.runIn(elsewhere, List.of(project.launcher().toString(), "train", "--name", "two words", "*"));
        assertEquals(
                List.of(
                        "java " + home,
                        "pid " + run.pid(), // no shell is left in between, so signals reach the program
                        "folder " + elsewhere,
                        "argument -Xshare:auto",
                        "argument --add-modules",
                        "argument jdk.incubator.vector",
                        "argument -XX:ObjectAlignmentInBytes=64",
                        "argument -XX:+UseSerialGC",
                        "argument -Xmn16m",
                        "argument -cp",
                        "argument " + project.root().resolve("cli/target/launcher/app/taagem-cli.jar"),
                        "argument org.taagem.cli.Main",
                        "argument train",
                        "argument --name",
                        "argument two words",
                        "argument *"),
                run.out());
    }

    @ParameterizedTest
    @CsvSource({"links/absolute", "links/relative", "links/twice", "bin/taagem"})
    void run_throughLinks_findsTheProject(String link) throws Exception {
        project.jdk("jdks/17", "17.0.15");
        Files.createDirectories(project.path("links"));
        Files.createSymbolicLink(project.path("links/absolute"), project.launcher());
        Files.createSymbolicLink(project.path("links/relative"), Path.of("../project/taagem"));
        Files.createSymbolicLink(project.path("links/twice"), Path.of("../bin/taagem"));
        Files.createSymbolicLink(project.path("bin/taagem"), Path.of("../links/relative"));
        assertStartsIn(project.path("links"), List.of(project.path(link).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bash taagem",
                "cd cli && ../taagem",
                "cd / && PATH=$OLDPWD:$PATH && taagem",
                "cd .. && CDPATH=. project/taagem"
            })
    void run_namedInOtherWays_findsTheProject(String command) throws Exception {
        project.jdk("jdks/17", "17.0.15");
        assertStartsIn(project.root(), List.of("bash", "-c", command));
    }

    private void assertStartsIn(Path folder, List<String> command) throws Exception {
        Run run = project.runIn(folder, command);
        assertEquals(0, run.exit(), () -> String.join("\n", run.err()));
        assertTrue(project.builds().get(0).startsWith(project.root() + " | "), () -> "built in another folder");
        assertTrue(run.out().contains("argument org.taagem.cli.Main"), () -> "did not start: " + run.out());
    }

    @Test
    void run_programFails_exitCodeIsThePrograms() throws Exception {
        project.jdk("jdks/17", "17.0.15");
        assertEquals(7, project.set("JAVA_EXIT", "7").run().exit());
    }

    @Test
    void run_javaOptions_comeLastAndReplaceTheCollector() throws Exception {
        project.jdk("jdks/17", "17.0.15");
        Files.createFile(project.root().resolve("-Dname=expanded"));
        Run run =
                project.set("TAAGEM_JAVA_OPTS", "-Xmx1g  -XX:+UseG1GC -Dname=*").run();
        assertEquals(
                List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx1g", "-XX:+UseG1GC", "-Dname=*", "-cp"),
                options(run));
    }

    @Test
    void run_commandThatDoesNotLearn_startsWithoutWhatTrainingNeeds() throws Exception {
        project.jdk("jdks/25", "25.0.3");
        for (String command : List.of("--version", "defaults")) {
            assertEquals(
                    List.of(
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:+UseSerialGC",
                            "-Xmn16m",
                            "-cp"),
                    options(project.run(command)));
        }
    }

    @Test
    void run_jdkWithoutTheVectorModule_startsWithoutIt() throws Exception {
        Path home = project.set("TAAGEM_ARCHIVE", "no").jdk("jdks/17", "17.0.15");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\nMODULES=\"java.base\"\n");
        assertEquals(
                List.of("-Xshare:auto", "-XX:ObjectAlignmentInBytes=64", "-XX:+UseSerialGC", "-Xmn16m", "-cp"),
                options(project.run("train")));
    }

    @Test
    void run_otherCommandsThatLearn_startWithWhatTrainingNeeds() throws Exception {
        project.set("TAAGEM_ARCHIVE", "no").jdk("jdks/17", "17.0.15");
        List<String> ofTraining = options(project.run("train"));
        for (String command : List.of("resume", "batch", "bench", "learn")) {
            assertEquals(ofTraining, options(project.run(command)), command);
        }
    }

    /** The options of the JVM, up to the class path. */
    private static List<String> options(Run run) {
        List<String> arguments = run.out().stream()
                .filter(line -> line.startsWith("argument "))
                .map(line -> line.substring("argument ".length()))
                .toList();
        return arguments.subList(0, arguments.indexOf("-cp") + 1);
    }

    @Test
    void run_severalJdks_newestStarts() throws Exception {
        project.jdk("jdks/a", "21.0.9");
        project.jdk("more jdks/b", "9.0.4");
        Path newest = project.jdk("more jdks/c", "21.0.10");
        project.jdk("jdks/d", "1.8.0_402");
        Path onPath = project.jdk("elsewhere", "17.0.15");
        Files.createSymbolicLink(project.path("bin/java"), onPath.resolve("bin/java"));
        assertEquals("java " + newest, project.run().out().get(0));
    }

    @Test
    void run_newestIsOnThePath_startsThroughItsLinks() throws Exception {
        project.jdk("jdks/a", "21.0.9");
        Path newest = project.jdk("elsewhere", "25");
        Files.createSymbolicLink(project.path("alternative"), newest.resolve("bin/java"));
        Files.createSymbolicLink(project.path("bin/java"), project.path("alternative"));
        assertEquals("java " + newest, project.run().out().get(0));
    }

    @Test
    void run_javaHomeOlderThanOthers_isUsed() throws Exception {
        project.jdk("jdks/a", "25.0.3");
        Path home = project.jdk("elsewhere", "17.0.2+8");
        assertEquals(
                "java " + home,
                project.set("JAVA_HOME", home.toString()).run().out().get(0));
    }

    @Test
    void run_javaHomeWithoutReleaseFile_asksItsJava() throws Exception {
        Path home = project.jdk("odd", "");
        Files.delete(home.resolve("release"));
        project.set("JAVA_HOME", home.toString()).set("REAL_HOME", home.toString());
        assertEquals(
                "java " + home,
                project.set("REAL_VERSION", "21.0.1").run().out().get(0));
        assertFails(
                project.set("REAL_VERSION", "16.0.2").run(),
                "taagem: JAVA_HOME is " + home + ", which is Java 16.0.2" + MEND);
    }

    @Test
    void run_onlyAWrapperOnThePath_asksWhereItsJdkIs() throws Exception {
        Path home = project.jdk("elsewhere", "21.0.1");
        Files.copy(home.resolve("bin/java"), project.path("bin/java"), StandardCopyOption.COPY_ATTRIBUTES);
        project.set("REAL_HOME", home.toString()).set("REAL_VERSION", "21.0.1");
        assertEquals("java " + home, project.run().out().get(0));
    }

    @Test
    void run_noJdkAnywhere_saysWhereItLooked() throws Exception {
        assertFails(
                project.run(),
                "taagem: found no JDK 17 or newer (with javac, to build taagem)",
                "  looked at: JAVA_HOME (not set), java on the PATH (none), " + project.path("jdks") + "/*, "
                        + project.path("more jdks") + "/*",
                "  to mend it: install one (apt install openjdk-17-jdk, dnf install java-21-openjdk-devel, brew install openjdk,",
                "  or https://adoptium.net), or set JAVA_HOME to one that is installed elsewhere");
    }

    @Test
    void run_onlyOldJdksOrNoJavac_saysWhatItFound() throws Exception {
        Path newest = project.jdk("jdks/a", "11.0.2");
        project.java("jdks/b", "21.0.1");
        project.jdk("jdks/c", "1.8.0_402");
        Run run = project.run();
        assertEquals(1, run.exit());
        assertEquals(
                "taagem: found no JDK 17 or newer (with javac, to build taagem); the newest is Java 11.0.2 in "
                        + newest,
                run.err().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "11.0.2"})
    void run_javaHomeTooOld_fails(String version) throws Exception {
        project.jdk("jdks/a", "25.0.3");
        Path home = project.jdk("old", version);
        assertFails(
                project.set("JAVA_HOME", home.toString()).run(),
                "taagem: JAVA_HOME is " + home + ", which is Java " + version + MEND);
    }

    @Test
    void run_javaHomeWithoutJava_fails() throws Exception {
        project.jdk("jdks/a", "25.0.3");
        assertFails(
                project.set("JAVA_HOME", "/no/such/jdk").run(),
                "taagem: JAVA_HOME is /no/such/jdk, which has no bin/java" + MEND);
    }

    @Test
    void run_javaHomeSaysNoVersion_fails() throws Exception {
        Path home = project.jdk("odd", "unknown");
        assertFails(
                project.set("JAVA_HOME", home.toString()).run(),
                "taagem: JAVA_HOME is " + home + ", whose bin/java does not say its version" + MEND);
    }

    @Test
    void run_javaHomeWithoutJavac_cannotBuild() throws Exception {
        Path home = project.java("runtime", "21.0.1");
        assertFails(
                project.set("JAVA_HOME", home.toString()).run(),
                "taagem: JAVA_HOME is " + home + ", a Java without javac, which building taagem needs" + MEND);
    }

    @Test
    void run_realJdkAndProgram_startsThem() throws Exception {
        project.set("JAVA_HOME", System.getProperty("java.home"));
        Run run = project.set("PROGRAM", Path.of("target").toAbsolutePath().toString())
                .run("--version");
        assertEquals(0, run.exit(), () -> String.join("\n", run.err()));
        assertTrue(run.out().get(0).startsWith("taagem "), () -> "unexpected: " + run.out());
    }

    private static void assertFails(Run run, String... message) {
        assertEquals(List.of(message), run.err());
        assertEquals(1, run.exit());
        assertEquals(List.of(), run.out());
    }
}
