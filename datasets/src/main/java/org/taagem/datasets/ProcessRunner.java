package org.taagem.datasets;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs programs as processes of the operating system, with nothing to read and a limit of time. */
final class ProcessRunner implements CommandRunner {
    /** What the programs that npm and its like install are called: scripts on Windows, plain names elsewhere. */
    private static final List<String> SUFFIXES = File.separatorChar == '\\' ? List.of(".exe", ".cmd") : List.of("");

    private static final int OUTPUT_KEPT = 1 << 16;

    private final Map<String, String> variables;
    private final Duration limit;

    ProcessRunner(Map<String, String> variables, Duration limit) {
        this.variables = Map.copyOf(variables);
        this.limit = limit;
    }

    @Override
    public CommandResult run(List<String> command, Path folder) throws IOException, InterruptedException {
        List<String> located = new ArrayList<>(command);
        located.set(0, locate(command.get(0)).toString());
        Path output = Files.createTempFile(folder, "output-", ".txt");
        try {
            return run(located, folder, output);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private CommandResult run(List<String> command, Path folder, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandException(command.get(0) + " did not end within " + limit.toSeconds() + " seconds");
            }
            return new CommandResult(process.exitValue(), head(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private File locate(String program) throws CommandException {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path())
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> SUFFIXES.stream().map(suffix -> new File(folder, program + suffix)))
                .filter(file -> file.isFile() && file.canExecute())
                .findFirst()
                .orElseThrow(() -> new CommandException(program + " is not on the PATH"))
                .getAbsoluteFile();
    }

    private String path() {
        // Windows writes it "Path".
        Optional<String> path = variables.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst();
        return path.orElse("");
    }

    private static String head(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(OUTPUT_KEPT), Charset.defaultCharset());
        }
    }
}
