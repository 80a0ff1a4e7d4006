package org.taagem.report.html;

import java.util.Collections;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThinningTest {
    /** Two stretches of four: 2 and 9, then 0 and 7; and both ends. */
    @Test
    void extremes_longLine_areLowestAndHighestOfEachStretchAndBothEnds() {
        assertEquals(List.of(0, 1, 2, 5, 6, 7), Thinning.extremes(List.of(5.0, 2.0, 9.0, 5.0, 5.0, 7.0, 0.0, 5.0), 4));
    }

    @Test
    void extremes_shortLine_isAllOfIt() {
        assertEquals(List.of(0, 1, 2), Thinning.extremes(List.of(1.0, 1.0, 1.0), 3));
        assertEquals(List.of(), Thinning.extremes(List.of(), 3));
    }

    @Test
    void extremes_notANumber_isShown() {
        assertTrue(Thinning.extremes(List.of(1.0, 2.0, Double.NaN, 4.0, 5.0, 6.0), 2)
                .contains(2));
    }

    @Property
    void extremes_anyLine_keepTheRangeInOrderAndAreFew(
            @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = -5, max = 5) Double> line,
            @ForAll @IntRange(min = 2, max = 50) int most) {
        List<Integer> shown = Thinning.extremes(line, most);

        List<Double> values = shown.stream().map(line::get).toList();
        assertEquals(Collections.min(line), Collections.min(values));
        assertEquals(Collections.max(line), Collections.max(values));
        assertEquals(shown.stream().sorted().distinct().toList(), shown);
        assertTrue(shown.size() <= most + 2, shown.toString());
    }

    @Test
    void even_longLine_goesFromTheFirstToTheLast() {
        assertEquals(List.of(0, 3, 6, 9), Thinning.even(10, 4));
        assertEquals(List.of(0, 1), Thinning.even(2, 4));
    }

    @Test
    void most_manyLines_isFewerPointsEach() {
        assertEquals(1000, Thinning.most(60));
        assertEquals(100, Thinning.most(600));
        assertEquals(20, Thinning.most(1_000_000));
        assertEquals(1000, Thinning.most(0));
    }
}
