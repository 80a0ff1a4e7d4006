package org.taagem.datasets;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnvironmentTest {
    private final Path home;

    EnvironmentTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void cacheFolder_nothingSet_isThePlatforms() {
        assertEquals(home.resolve(".cache/taagem"), on("Linux", Map.of()));
        assertEquals(home.resolve("Library/Caches/taagem"), on("Mac OS X", Map.of()));
        assertEquals(home.resolve("AppData/Local/taagem"), on("Windows 11", Map.of()));
    }

    @Test
    void cacheFolder_platformVariableSet_isInThere() {
        String other = home.resolve("other").toString();

        assertEquals(home.resolve("other/taagem"), on("Linux", Map.of("XDG_CACHE_HOME", other)));
        assertEquals(home.resolve("other/taagem"), on("Windows 11", Map.of("LOCALAPPDATA", other)));
    }

    @Test
    void cacheFolder_xdgRelative_isIgnoredAsItsSpecificationSays() {
        assertEquals(home.resolve(".cache/taagem"), on("Linux", Map.of("XDG_CACHE_HOME", "relative")));
    }

    @Test
    void cacheFolder_taagemHomeSet_isThatItself() {
        String mine = home.resolve("mine").toString();

        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertEquals(Path.of(mine), on(system, Map.of("TAAGEM_HOME", mine, "XDG_CACHE_HOME", "/elsewhere")));
        }
    }

    @Test
    void cacheFolder_taagemHomeRelative_isMadeAbsolute() {
        assertTrue(on("Linux", Map.of("TAAGEM_HOME", "relative")).isAbsolute());
    }

    @Test
    void shown_inHomeOrElsewhere_namesNoHome() {
        Environment linux = environment("Linux", Map.of());

        assertEquals("~/.cache/taagem", linux.shown(home.resolve(".cache/taagem")));
        assertEquals("/data/taagem", linux.shown(Path.of("/data/taagem")));
    }

    @Test
    void system_always_hasTheRealVariables() {
        Progress progress =
                Progress.on(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8), false);

        assertEquals(System.getenv(), Environment.system(progress).variables());
    }

    private Path on(String system, Map<String, String> variables) {
        return environment(system, variables).cacheFolder();
    }

    private Environment environment(String system, Map<String, String> variables) {
        CommandRunner none = (command, folder) -> new CommandResult(1, "");
        Progress silent =
                new PlainProgress(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        return new Environment(variables, home, system, none, DownloadLimits.USUAL, silent);
    }
}
