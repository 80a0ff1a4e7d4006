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
                  "primaryMetric": {"score": 0.4567, "scoreError": 0.0123, "scoreUnit": "us/op"}},
                 {"benchmark": "org.taagem.benchmarks.ScalingBenchmark.step", "params": {"change": "Q=50"},
                  "primaryMetric": {"score": 1234.5, "scoreError": "NaN", "scoreUnit": "us/op"}}]
                """;
        assertEquals("""

                **DrawBenchmark**

                | what | time | ± |
                |---|---|---|
                | draw, drawn = 10 | 0.46 µs | 0.01 |

                **ScalingBenchmark**

                | what | time | ± |
                |---|---|---|
                | step, Q=50 | 1,235 µs |  |
                """, JmhTables.tables(new ObjectMapper().readTree(json)));
    }
}
