package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs run here are shell scripts")
class ProcessRunnerTest {
    private final Path programs;
    private final Path work;

    ProcessRunnerTest(@TempDir Path folder) throws IOException {
        programs = Files.createDirectory(folder.resolve("programs"));
        work = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void run_program_getsItsArgumentsFolderAndVariables() throws Exception {
        install("show", "echo \"$1 $COLOUR $(pwd)\"; echo problem >&2; exit 3");

        CommandResult result = runner(Duration.ofSeconds(30)).run(List.of("show", "one argument"), work);

        assertEquals(3, result.exitCode());
        assertEquals("one argument blue " + work.toRealPath() + "\nproblem\n", result.output());
        assertEquals(List.of(), left());
    }

    @Test
    void run_noSuchProgram_namesIt() throws IOException {
        Files.writeString(programs.resolve("unexecutable"), "exit 0");

        assertMessage("absent is not on the PATH", "absent");
        assertMessage("unexecutable is not on the PATH", "unexecutable");
    }

    @Test
    void run_tooLong_stopsTheProgram() throws IOException {
        install("wait", "sleep 60");

        String message = String.valueOf(assertThrows(CommandException.class, () -> runner(Duration.ofSeconds(1))
                        .run(List.of("wait"), work))
                .getMessage());

        assertEquals(programs.resolve("wait") + " did not end within 1 seconds", message);
        assertEquals(List.of(), left());
    }

    @Test
    void summary_longOutput_isCut() {
        String summary = new CommandResult(1, "error " + "x".repeat(1000)).summary();

        assertEquals("error " + "x".repeat(294) + "...", summary);
    }

    private void assertMessage(String message, String program) {
        assertEquals(
                message,
                assertThrows(CommandException.class, () -> runner(Duration.ofSeconds(30))
                                .run(List.of(program), work))
                        .getMessage());
    }

    private ProcessRunner runner(Duration limit) {
        return new ProcessRunner(Map.of("PATH", ":" + programs + ":/usr/bin:/bin", "COLOUR", "blue"), limit);
    }

    private void install(String name, String script) throws IOException {
        Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.toList();
        }
    }
}
