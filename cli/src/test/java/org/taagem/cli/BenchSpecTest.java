package org.taagem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.ExperimentConfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BenchSpecTest {
    private static final Path FOLDER = Path.of("out");

    private static BenchSpec read(String yaml) {
        return BenchSpecReader.read(YamlText.parse(yaml, "b.yaml"), Map.of(), "b.yaml");
    }

    private static BenchPlan plan(String yaml) {
        return BenchPlan.of(read(yaml), FOLDER);
    }

    private static ExperimentConfig config(BenchPlan plan, int cell) {
        return plan.cells().get(cell).settings(DataFacts.USUAL).experiment();
    }

    @Test
    void plan_axes_areMultiplied() {
        BenchPlan plan = plan("""
                set: {num_epochs: 3}
                learners: {sgd: {}, ta-a-gem: {}, my er: {strategy: er, learning_rate: 0.03}}
                memories: {ring: {memory: ring}, all: {memory: reservoir}}
                streams: {rot: {task_type: rotation}, split: {task_type: class_split}}
                seeds: 1-2
                leave_out: {split: [sgd]}
                """);

        assertEquals(
                List.of(
                        "sgd on rot",
                        "ta-a-gem, ring on rot",
                        "ta-a-gem, all on rot",
                        "my er, ring on rot",
                        "my er, all on rot",
                        "ta-a-gem, ring on split",
                        "ta-a-gem, all on split",
                        "my er, ring on split",
                        "my er, all on split"),
                plan.cells().stream().map(BenchCell::name).toList());
        assertEquals(18, plan.slots().size());
        assertEquals(new BatchSlot("sgd on rot", 1), plan.slots().get(0));
        assertEquals(new BatchSlot("sgd on rot", 2), plan.slots().get(9));
        ExperimentConfig last = config(plan, 8);
        assertEquals("er", last.strategy().name());
        assertEquals("reservoir", last.memory().kind().name());
        assertEquals("class_split", last.stream().scenario().name());
        assertEquals(List.of(3, 3, 3, 3, 3), last.stream().lengths().epochs());
        assertEquals(0.03, last.model().learningRate());
        assertEquals(
                FOLDER.resolve("runs").resolve("split").resolve("my-er--all"),
                plan.cells().get(8).folder());
    }

    @Test
    void plan_oneKeyVaried_isSetInEach() {
        BenchPlan plan = plan("""
                learners: {er: {}}
                streams: {rot: {task_type: rotation}}
                vary: {learning_rate: [0.001, 1e-2]}
                seeds: [4]
                """);

        assertEquals(
                List.of("er on rot at 0.001", "er on rot at 0.01"),
                plan.cells().stream().map(BenchCell::name).toList());
        assertEquals(0.01, config(plan, 1).model().learningRate());
        assertEquals(FOLDER.resolve("runs/rot/er/0.01"), plan.cells().get(1).folder());
    }

    @Test
    void plan_severalKeysVaried_areThoseOfTheValue() {
        BenchPlan plan = plan("""
                learners: {er: {}}
                streams: {split: {task_type: class_split}}
                vary:
                  memory size:
                    30: {task_types: {class_split: {clusters_per_pool: 5}}}
                    100: {task_types: {class_split: {clusters_per_pool: 10}}, memory_size_p: 5}
                seeds: 1
                """);

        assertEquals(Optional.of("memory size"), plan.spec().axes().vary().map(BenchVary::name));
        assertEquals(5, config(plan, 0).memory().limits().clusters());
        assertEquals(5, config(plan, 1).memory().limits().samples());
    }

    @Test
    void read_presetBelow_isOverruled() {
        BenchSpec spec = BenchSpecReader.read(
                YamlText.parse(
                        "set: {num_epochs: 3}\nlearners: {er: {}}\nstreams: {rot: {task_type: rotation}}\nseeds: 1",
                        "b"),
                Map.of("num_epochs", 7, "batch_size", 5),
                "b");
        ExperimentConfig config = config(BenchPlan.of(spec, FOLDER), 0);

        assertEquals(3, config.stream().lengths().epochs(0));
        assertEquals(5, config.stream().batchSize());
    }

    @ParameterizedTest
    @CsvSource({"1-3, '[1, 2, 3]'", "'[9, 4]', '[4, 9]'", "7, [7]", "'\"2 - 3\"', '[2, 3]'"})
    void read_seeds_areAscending(String given, String expected) {
        assertEquals(
                expected,
                read("learners: {er: {}}\nstreams: {x: {}}\nseeds: " + given)
                        .seeds()
                        .first()
                        .toString());
    }

    @Test
    void read_seedsAgain_comeAfterTheOthers() {
        BenchSpec.Seeds seeds = read("learners: {er: {}}\nstreams: {x: {}}\nseeds: 8-9\nseeds_again: [4, 1]")
                .seeds();

        assertEquals(List.of(1L, 4L), seeds.again());
        assertEquals(List.of(8L, 9L, 1L, 4L), seeds.all());
    }

    @Test
    void read_baseline_isTaAGemOrElseTheFirst() {
        assertEquals(
                "ta-a-gem",
                read("learners: {er: {}, ta-a-gem: {}}\nstreams: {x: {}}\nseeds: 1")
                        .baseline());
        assertEquals(
                "er",
                read("learners: {er: {}, sgd: {}}\nstreams: {x: {}}\nseeds: 1").baseline());
        assertEquals(
                "sgd",
                read("learners: {er: {}, sgd: {}}\nstreams: {x: {}}\nseeds: 1\nbaseline: sgd")
                        .baseline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "learner: {er: {}} | unknown key 'learner'; did you mean 'learners'?",
                "wxyz: 1 | unknown key 'wxyz'; expected one of title, about, config, set, learners, memories, streams, seeds,"
                        + " seeds_again, memory_budget, baseline, vary, leave_out",
                "learners: {er: {}} | streams is missing; expected a name and keys for each, such as"
                        + " {rotation: {task_type: rotation}}",
                "{learners: {}, streams: {x: {}}, seeds: 1} | learners is '{}'; expected a name and keys for each, such as"
                        + " {er: {}}",
                "{learners: [er], streams: {x: {}}, seeds: 1} | learners is '[er]'; expected a name and keys for each, such as"
                        + " {er: {}}",
                "{learners: {er: 5}, streams: {x: {}}, seeds: 1} | learners: er is '5'; expected keys of a configuration, such"
                        + " as {num_epochs: 5}",
                "{learners: {mine: {}}, streams: {x: {}}, seeds: 1} | learner 'mine' has no strategy, and its name is that of"
                        + " none; give it one, such as {strategy: er}",
                "{learners: {ta-agem: {}}, streams: {x: {}}, seeds: 1} | learner 'ta-agem' has no strategy, and its name is"
                        + " that of none; did you mean 'ta-a-gem'?",
                "{learners: {er: {}}, streams: {x: {}}} | seeds is missing; expected 1 to 1000 of them, each once, such as 1-5"
                        + " or [1, 4, 9]",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 5-1} | seeds is '5-1'; expected 1 to 1000 of them, each once,"
                        + " such as 1-5 or [1, 4, 9]",
                "{learners: {er: {}}, streams: {x: {}}, seeds: [1, 1]} | seeds is '[1, 1]'; expected 1 to 1000 of them, each"
                        + " once, such as 1-5 or [1, 4, 9]",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1-3, seeds_again: 3-4} | seeds_again is '3-4', of which some are"
                        + " seeds, too; expected others",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, seeds_again: few} | seeds_again is 'few'; expected 1 to 1000 of"
                        + " them, each once, such as 1-5 or [1, 4, 9]",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, seeds_again: 2, vary: {num_tasks: [2, 3]}} | seeds_again and vary"
                        + " are both there; leave out one, for curves are not drawn twice",
                "{learners: {er: {seed: 3}}, streams: {x: {}}, seeds: 1} | learners: er sets seed; leave it out, seeds of the"
                        + " specification says it",
                "{set: {output_dir: x}, learners: {er: {}}, streams: {x: {}}, seeds: 1} | set sets output_dir; leave it out,"
                        + " --output_dir says it",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, baseline: sgd} | baseline is 'sgd'; expected one of er",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, memory_budget: 0} | memory_budget is '0'; expected a whole"
                        + " number of samples of at least 1",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, leave_out: {y: [er]}} | leave_out names stream 'y'; expected"
                        + " one of x",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, leave_out: {x: er}} | leave_out: x is 'er'; expected a list"
                        + " of learners, such as [a-gem]",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, leave_out: {x: [sgd]}} | leave_out: x names learner 'sgd';"
                        + " expected one of er",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, vary: {learning_rate: 0.1}} | vary: learning_rate has the"
                        + " values []; expected at least two, ascending",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, vary: {memory_size_q: [5, 2]}} | vary: memory_size_q has the"
                        + " values [5, 2]; expected at least two, ascending",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, vary: {memory: [ring, random]}} | vary: memory has the value"
                        + " 'ring'; expected numbers, for curves need an axis",
                "{learners: {er: {kernel: plain}}, streams: {x: {}}, seeds: 1} | learners: er sets kernel, which all runs share;"
                        + " say it under set",
                "{learners: {er: {}}, streams: {a.b: {}, A-b: {}}, seeds: 1, vary: {learning_rate: [1, 2]}} | streams 'a.b' and 'A-b' would have the same"
                        + " picture; let their names differ in letters or digits",
                "{learners: {er: {}}, streams: {x: {}}, seeds: 1, leave_out: {x: [er]}} | leave_out: x names every learner; leave"
                        + " out that stream",
                "{learners: {er: {}, sgd: {}}, streams: {x: {}}, seeds: 1, leave_out: {x: [er]}} | leave_out names the baseline,"
                        + " 'er', on every stream; name another baseline"
            })
    void read_mistake_isToldInOneLine(String yaml, String message) {
        assertEquals(
                "b.yaml: " + message,
                assertThrows(ConfigException.class, () -> read(yaml)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{learners: {er: {memroy: ring}}, streams: {x: {}}, seeds: 1} | er on x: unknown key 'memroy'; did you mean"
                        + " 'memory'?",
                "{learners: {er: {memory: ring}}, memories: {a: {memory: random}}, streams: {x: {}}, seeds: 1} | learner 'er'"
                        + " and memory 'a' both set memory; leave it out of one of them",
                "{learners: {er: {learning_rate: 1}}, streams: {x: {}}, vary: {learning_rate: [1, 2]}, seeds: 1} | learner 'er'"
                        + " and vary both set learning_rate; leave it out of one of them",
                "{learners: {a b: {strategy: er}, a-b: {strategy: er}}, streams: {x: {}}, seeds: 1} | 'a b on x' and 'a-b on x'"
                        + " would have the same folder; let their names differ in letters, digits or any of . + _ -",
                "{learners: {a-gem: {}}, streams: {x: {schedule: continuous}}, seeds: 1} | learner 'a-gem' is told when tasks"
                        + " end, but stream 'x' mixes them (schedule continuous); name the learner under leave_out: 'x'"
            })
    void plan_mistake_isToldInOneLine(String yaml, String message) {
        assertEquals(
                message, assertThrows(ConfigException.class, () -> plan(yaml)).getMessage());
    }

    @Test
    void checkBudget_otherRoom_isRefused() {
        BenchPlan plan =
                plan("{learners: {sgd: {}, er: {memory_size_p: 2}}, streams: {x: {}}, seeds: 1, memory_budget: 300}");
        plan.checkBudget(plan.cells().get(0), DataFacts.USUAL);

        assertEquals(
                "er on x has room for 200 samples (num_pools 10 x memory_size_q 10 x memory_size_p 2); expected"
                        + " memory_budget, which is 300",
                assertThrows(
                                ConfigException.class,
                                () -> plan.checkBudget(plan.cells().get(1), DataFacts.USUAL))
                        .getMessage());
    }
}
