package org.taagem.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class JmhTablesTest {
    @Test
    void tables_haveARowForEveryResult() throws JsonProcessingException {
        String json = """
                [{"benchmark": "org.taagem.benchmarks.DrawBenchmark.draw", "params": {"drawn": "10"},
                  "primaryMetric": {"rawData": [[0.4567, 0.6], [0.4, 0.45]]}},
                 {"benchmark": "org.taagem.benchmarks.ScalingBenchmark.step", "params": {"change": "Q=50"},
                  "primaryMetric": {"rawData": [[1234.5, 12.34, 56789]]}}]
                """;
        assertEquals("""

                **DrawBenchmark**

                | what | µs, median | smallest..largest |
                |---|---|---|
                | draw, drawn = 10 | 0.45 | 0.40..0.60 |

                **ScalingBenchmark**

                | what | µs, median | smallest..largest |
                |---|---|---|
                | step, Q=50 | 1,235 | 12.3..56,789 |
                """, JmhTables.tables(new ObjectMapper().readTree(json)));
    }
}
