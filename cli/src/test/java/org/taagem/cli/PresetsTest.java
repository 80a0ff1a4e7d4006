package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PresetsTest {
    private static final Path FILES = Path.of("src", "main", "resources", "org", "taagem", "cli", "presets");

    @Test
    void read_list_hasEveryFileAndNoOther() throws IOException {
        Set<String> files;
        try (Stream<Path> inside = Files.list(FILES)) {
            files = inside.map(file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
                    .filter(name -> !name.equals("presets"))
                    .collect(Collectors.toSet());
        }

        assertEquals(files, Presets.read().byName().keySet());
    }

    @Test
    void read_pages_areThere() {
        Presets.read()
                .byName()
                .forEach((name, facts) -> assertTrue(
                        Files.exists(Path.of("..").resolve(facts.compared())), () -> name + ": " + facts.compared()));
    }

    @Test
    void presets_list_tellsWhatSourceAndNumberOfEach() {
        CommandRun run = CommandRun.of("presets");

        assertEquals(0, run.exit());
        assertTrue(run.out().contains("""
                agem-iclr19
                  what      A-GEM on 17 permutations of all of MNIST, each learned once
                  source    Chaudhry et al. 2019, Efficient Lifelong Learning with A-GEM, https://arxiv.org/abs/1812.00420
                  expected  ACC .893 (A-GEM) and .475 (--strategy sgd --set learning_rate=0.03): the paper
                  compared  in docs/published/agem-iclr19.md
                """), run::out);
    }

    @Test
    void presets_name_printsItsFile() throws IOException {
        assertEquals(
                new CommandRun(0, Files.readString(FILES.resolve("strata-2.yaml")), ""),
                CommandRun.of("presets", "strata-2"));
    }

    @Test
    void presets_unknownName_namesTheNearest() {
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: NAME is 'strata2'; expected one of best, paper, python-parity, strata-1, strata-2,"
                                + " agem-iclr19, split-mnist-domain; did you mean 'strata-2'?\n"),
                CommandRun.of("presets", "strata2"));
    }
}
