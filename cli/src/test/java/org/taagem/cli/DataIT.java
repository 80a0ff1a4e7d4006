package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.Program.Run;
import org.taagem.datasets.DatasetFinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the program says of data sets on a machine that has none, and on one that says where they are. */
class DataIT {
    private final Path folder;
    private final Program program;

    DataIT(@TempDir Path folder) {
        this.folder = folder;
        program = new Program(folder);
    }

    @Test
    void list_emptyCache_saysThatAllAreToBeFetched() throws Exception {
        Run run = run("DATASET_LOCATION_MNIST=" + folder.resolve("nowhere"), "data", "list");

        assertEquals(List.of(), run.err());
        assertEquals(0, run.exit());
        List<String> lines = run.out().subList(1, run.out().size());
        assertEquals(DatasetFinder.names().size(), lines.size());
        for (String line : lines) {
            String where = line.startsWith("mnist ") ? "not where DATASET_LOCATION_MNIST says" : "to be fetched";
            assertTrue(line.endsWith("  " + where), line);
        }
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @Test
    void path_notHere_isOneLineAndExitCode1() throws Exception {
        assertEquals(
                new Run(
                        1,
                        List.of(),
                        List.of("taagem: data set kmnist is not here; 'taagem data fetch kmnist' fetches it")),
                run("KEY=value", "data", "path", "kmnist"));
    }

    private Run run(String variable, String... arguments) throws IOException, InterruptedException {
        List<String> environment = List.of("env", "TAAGEM_HOME=" + folder.resolve("home"), variable);
        return program.startAs(environment, arguments).finish();
    }
}
