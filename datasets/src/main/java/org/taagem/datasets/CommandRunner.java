package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs other programs. */
@FunctionalInterface
public interface CommandRunner {
    /**
     * Runs a program to its end.
     *
     * @param command the program's name, looked for on the PATH, and its arguments
     * @param folder where it runs
     * @return how it ended
     * @throws CommandException if there is no such program, or it does not end in time
     * @throws IOException if it cannot be started
     * @throws InterruptedException if the thread is interrupted; the program is then stopped
     */
    CommandResult run(List<String> command, Path folder) throws IOException, InterruptedException;
}
