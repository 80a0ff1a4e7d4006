package org.taagem.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.MlflowPush.Pushed;
import org.taagem.report.RunRecordException;
import org.taagem.report.StoredRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImportConsoleTest {
    private static final String PAGE = "http://127.0.0.1:5000/#/experiments/7/runs";

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final StringWriter out = new StringWriter();
    private final StoredRun run;

    ImportConsoleTest(@TempDir Path folder) throws IOException, RunRecordException {
        StoredRecords.write(folder.resolve("one"), 1, 0.5, RunStatus.FINISHED);
        run = StoredRun.read(folder.resolve("one"));
    }

    private ImportConsole console(boolean interactive) {
        PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new ImportConsole(new PrintWriter(out), new Terminal(interactive, false, err), 3);
    }

    private static Pushed pushed(boolean sent) {
        return new Pushed(PAGE + "/abc", sent);
    }

    @Test
    void done_noTerminal_isALine() {
        try (ImportConsole console = console(false)) {
            console.done(run, pushed(true));
            console.done(run, pushed(true));
            console.done(run, pushed(false));
        }
        String line = "imported       " + run.path() + "  " + PAGE + "/abc\n";
        assertEquals(
                line + line + line.replace("imported     ", "there already") + "2 imported, 1 there already  " + PAGE
                        + "\n",
                out.toString());
        assertEquals("", shown.toString(StandardCharsets.UTF_8));
    }

    @Test
    void done_terminal_isABar() {
        try (ImportConsole console = console(true)) {
            console.done(run, pushed(true));
            console.done(run, pushed(false));
            console.done(run, pushed(true));
        }
        assertEquals("2 imported, 1 there already  " + PAGE + "\n", out.toString());
        String bar = shown.toString(StandardCharsets.UTF_8);
        assertTrue(bar.contains("import  ####") && bar.contains("100 %") && bar.contains("runs/s"), bar);
    }

    @Test
    void close_brokenOff_saysWhatIsMissing() {
        try (ImportConsole console = console(false)) {
            console.done(run, pushed(true));
        }
        assertTrue(
                out.toString()
                        .endsWith("1 imported, 0 there already, 2 not yet: the same command goes on  " + PAGE + "\n"),
                out::toString);
    }
}
