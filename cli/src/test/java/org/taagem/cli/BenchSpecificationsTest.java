package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.experiment.DataFacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Keeps the specifications that come with taagem such that they can be run. */
class BenchSpecificationsTest {
    private static final Path FOLDER = Path.of("..", "bench");

    @ParameterizedTest
    @CsvSource({
        "quick, 8",
        "results, 96",
        "published/agem-iclr19, 3",
        "published/split-mnist-domain, 3",
        "published/strata, 6",
        "sensitivity/clusters-q, 54",
        "sensitivity/learning-rate, 45",
        "sensitivity/memory-size, 54",
        "sensitivity/num-tasks, 15",
        "sensitivity/samples-p, 45",
        "sensitivity/sampling-rate, 63"
    })
    void plan_shippedSpecification_hasItsCellsAndKeepsItsBudget(String name, int cells) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".yaml"));
        Map<String, Object> values = YamlText.parse(text, name);
        Optional<String> config = BenchSpecReader.config(values, name);
        Map<String, Object> keys = config.isPresent() ? ConfigFiles.read(config.get()) : Map.of();

        BenchPlan plan = BenchPlan.of(BenchSpecReader.read(values, keys, name), Path.of("out"));

        assertEquals(cells, plan.cells().size());
        for (BenchCell cell : plan.cells()) {
            plan.checkBudget(cell, DataFacts.USUAL);
        }
    }
}
