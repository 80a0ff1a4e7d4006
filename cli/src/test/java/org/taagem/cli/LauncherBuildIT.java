package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.LauncherProject.Run;
import org.taagem.cli.LauncherProject.Started;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When the launcher builds the program, and what it does when it cannot. */
class LauncherBuildIT {
    private static final String FIRST_BUILD =
            "taagem: building the program; the first build also fetches what it needs, which can take minutes";
    private static final String LATER_BUILD = "taagem: building the program, for its sources have changed";

    private LauncherProject project;
    private Path home;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws IOException {
        project = new LauncherProject(folder);
        home = project.jdk("jdks/a", "21.0.9");
    }

    @Test
    void run_firstTime_buildsWithTheJdkAndTheUsersOptions() throws Exception {
        Run run = project.set("MAVEN_OPTS", "-Dmaven.repo.local=/r").run();
        assertEquals(List.of(FIRST_BUILD), run.err());
        assertEquals(
                List.of(project.root() + " | " + home + " | -Dmaven.repo.local=/r | -B -q -Dquick -pl cli -am package"),
                project.builds());
    }

    @Test
    void run_nothingChanged_startsAtOnce() throws Exception {
        project.run();
        assertBuilds(1, List.of());
    }

    @Test
    void run_sourceEditedAddedOrRemoved_buildsAgain() throws Exception {
        project.run();
        Files.writeString(project.source("A.java"), "class A { int a; }\n");
        assertBuilds(2, List.of(LATER_BUILD));
        Files.writeString(project.source("B.java"), "class B {}\n");
        assertBuilds(3, List.of(LATER_BUILD));
        Files.delete(project.source("B.java"));
        assertBuilds(4, List.of(LATER_BUILD));
        Files.writeString(project.root().resolve("cli/pom.xml"), "<project></project>\n");
        assertBuilds(5, List.of(LATER_BUILD));
        assertBuilds(5, List.of());
    }

    @Test
    void run_sourceReplacedByAnOlderFile_buildsAgain() throws Exception {
        project.run();
        Path older = Files.writeString(project.path("A.java"), "class A { }\n");
        Files.setLastModifiedTime(older, FileTime.fromMillis(0));
        Files.move(older, project.source("A.java"), StandardCopyOption.REPLACE_EXISTING);
        assertBuilds(2, List.of(LATER_BUILD));
    }

    @Test
    void run_editorsSwapFileAppears_startsAtOnce() throws Exception {
        project.run();
        Files.writeString(project.source(".A.java.swp"), "");
        assertBuilds(1, List.of());
    }

    @Test
    void run_newCommit_buildsAgain() throws Exception {
        project.set("GIT_CONFIG_NOSYSTEM", "1");
        git("init", "-q");
        project.run();
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "Change");
        assertBuilds(2, List.of(LATER_BUILD));
        assertBuilds(2, List.of());
    }

    @Test
    void run_buildFails_saysSoAndBuildsAgainNextTime() throws Exception {
        Run run = project.set("MAVEN_EXIT", "3").run();
        Path log = project.root().resolve("cli/target/launcher/build.log");
        assertEquals(
                List.of(
                        FIRST_BUILD,
                        "[ERROR] cannot find symbol",
                        "taagem: the build failed (mvn exit code 3, JDK 21.0.9); above is the end of " + log),
                run.err());
        assertEquals(1, run.exit());
        assertEquals(List.of(), run.out());
        project.set("MAVEN_EXIT", "");
        assertBuilds(2, List.of(FIRST_BUILD));
    }

    @Test
    void run_noMaven_saysSo() throws Exception {
        Files.delete(project.path("bin/mvn"));
        assertFailsToBuild("taagem: building taagem needs Maven 3.8 or newer, and there is no mvn on the PATH");
    }

    @Test
    void run_oldMaven_saysSo() throws Exception {
        project.set("MAVEN_VERSION", "3.6.3");
        String maven = project.path("bin/mvn") + " is 3.6.3";
        assertFailsToBuild("taagem: building taagem needs Maven 3.8 or newer, and " + maven);
    }

    @Test
    void run_newerMavens_areTaken() throws Exception {
        for (String version : List.of("3.9.11", "3.10.1", "4.0.0-rc-5")) {
            Files.writeString(project.source("A.java"), "class A {} // " + version + "\n");
            assertEquals(0, project.set("MAVEN_VERSION", version).run().exit(), version);
        }
    }

    @Test
    void run_runtimeIsNewerThanTheJdk_buildsWithTheJdk() throws Exception {
        Path runtime = project.java("jdks/b", "25.0.3");
        assertEquals("java " + runtime, project.run().out().get(0));
        assertTrue(project.builds().get(0).contains(" | " + home + " | "), () -> "built with another Java");
    }

    @Test
    void run_twoAtOnce_oneBuilds() throws Exception {
        project.set("MAVEN_SECONDS", "0.5");
        Started first = project.start();
        Started second = project.start();
        assertEquals(0, project.finish(first).exit());
        assertEquals(0, project.finish(second).exit());
        assertEquals(1, project.builds().size());
        assertFalse(Files.exists(project.lock(), LinkOption.NOFOLLOW_LINKS), "the lock was left behind");
    }

    @Test
    void run_lockOfDeadLauncher_isBroken() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(project.lock().getParent());
        Files.createSymbolicLink(project.lock(), Path.of(Long.toString(dead.pid())));
        assertEquals(0, project.run().exit());
        assertEquals(1, project.builds().size());
    }

    @Test
    void run_lockCannotBeMade_saysSo() throws Exception {
        LauncherProject.script(project.path("bin/ln"), "#!/usr/bin/env -S false\n");
        Run run = project.run();
        assertEquals(
                List.of("taagem: cannot write to " + project.lock().getParent() + ", where the program is built"),
                run.err());
        assertEquals(1, run.exit());
    }

    @Test
    void run_endedWhileBuilding_leavesNoLockAndNoHalfBuild() throws Exception {
        project.set("MAVEN_SECONDS", "15");
        Started started = project.start();
        while (project.builds().isEmpty()) {
            Thread.sleep(10);
        }
        ProcessHandle maven = started.process().children().findFirst().orElseThrow();
        started.process().destroy();
        assertEquals(143, project.finish(started).exit());
        maven.onExit().get(5, TimeUnit.SECONDS);
        assertFalse(Files.exists(project.lock(), LinkOption.NOFOLLOW_LINKS), "the lock was left behind");
        project.set("MAVEN_SECONDS", "0");
        assertBuilds(2, List.of(FIRST_BUILD));
    }

    private void assertBuilds(int builds, List<String> errors) throws Exception {
        Run run = project.run();
        assertEquals(errors, run.err());
        assertEquals(0, run.exit());
        assertEquals(builds, project.builds().size());
    }

    private void assertFailsToBuild(String message) throws Exception {
        Run run = project.run();
        String mend =
                "; install it (apt install maven, dnf install maven, brew install maven, or by hand from its web site)";
        assertEquals(List.of(message + mend), run.err());
        assertEquals(1, run.exit());
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertEquals(0, project.runIn(project.root(), command).exit(), () -> "git " + List.of(arguments));
    }
}
