package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that fetches packages into the folder it runs in. Whatever registry, mirror or proxy the user has set up for
 * it is used.
 *
 * @param program what it is called, such as {@code npm}
 * @param arguments its arguments before the package, such as {@code pack}
 * @param hint what to do if it is not there or fails, as half a sentence
 */
record PackageClient(String program, List<String> arguments, String hint) {
    PackageClient {
        arguments = List.copyOf(arguments);
    }

    /**
     * Fetches a package.
     *
     * @param what the package as the program wants it named
     * @param pattern which file it leaves, as a glob
     * @param folder an empty folder to work in
     * @param environment runs the program
     * @return the package's file
     * @throws SourceUnavailableException if the program is missing, fails or leaves no such file
     */
    Path download(String what, String pattern, Path folder, Environment environment)
            throws IOException, InterruptedException {
        CommandResult result = run(what, folder, environment);
        String command = program + " " + arguments.get(0);
        if (result.exitCode() != 0) {
            throw new SourceUnavailableException(command + " ended with exit code " + result.exitCode() + ": "
                    + result.summary() + " (" + hint + ")");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new SourceUnavailableException(command + " did not make " + pattern + ": " + result.summary());
    }

    private CommandResult run(String what, Path folder, Environment environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(arguments);
        command.add(what);
        try (Progress.Step step =
                environment.progress().start("Fetching " + what + " with " + program, Progress.UNKNOWN)) {
            // Such programs do not tell how far they are: the step only shows that something is going on.
            step.advance(0);
            return environment.commands().run(command, folder);
        } catch (CommandException e) {
            throw new SourceUnavailableException(e.getMessage() + " (" + hint + ")", e);
        }
    }
}
