package org.taagem.learn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.learn.LossBalance.Geometry;
import org.taagem.learn.LossBalance.Weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LossBalanceTest {
    @Test
    void mega1_lossesDiffer_weighsByTheirRatio() {
        assertEquals(new Weights(1, 4), LossBalance.MEGA_1.weigh(new Geometry(0.5, 2, 1, 1, 1)));
    }

    @Test
    void mega1_batchIsKnown_takesTheMemoryAlone() {
        assertEquals(new Weights(0, 1), LossBalance.MEGA_1.weigh(new Geometry(0.0005, 2, 1, 1, 1)));
    }

    /** The closed form against a search of every hundredth of a degree. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 90",
        "0.3, 2, 90",
        "2, 0.3, 90",
        "1, 1, 10",
        "1, 1, 170",
        "0.01, 3, 170",
        "3, 0.01, 120",
        "0.4, 0.5, 135"
    })
    void turn_anyLossesAndAngle_isWhatASearchFinds(double loss, double lossRef, double degrees) {
        double whole = Math.toRadians(degrees);
        double best = 0;
        for (double t = 0; t <= Math.PI / 2; t += Math.PI / 18000) {
            if (value(loss, lossRef, whole, t) > value(loss, lossRef, whole, best)) {
                best = t;
            }
        }

        assertEquals(best, LossBalance.turn(loss, lossRef, whole), Math.PI / 17000);
    }

    private static double value(double loss, double lossRef, double whole, double t) {
        return loss * Math.cos(t) + lossRef * Math.cos(whole - t);
    }

    /** g = (2, 0), gRef = (0, 3), equal losses: turned by 45 degrees, as long as g. */
    @Test
    void mega2_rightAngle_turnsHalfWay() {
        Weights weights = LossBalance.MEGA_2.weigh(new Geometry(1, 1, 0, 2, 3));

        assertEquals(Math.sqrt(0.5), weights.own(), 1e-12);
        assertEquals(2 * Math.sqrt(0.5) / 3, weights.reference(), 1e-12);
    }

    @Test
    void mega2_parallelOrNoLoss_keepsTheGradient() {
        assertEquals(new Weights(1, 0), LossBalance.MEGA_2.weigh(new Geometry(1, 1, 6, 2, 3)));
        assertEquals(new Weights(1, 0), LossBalance.MEGA_2.weigh(new Geometry(1, 1, -6, 2, 3)));
        assertEquals(new Weights(1, 0), LossBalance.MEGA_2.weigh(new Geometry(1, 0, 0, 2, 3)));
        assertEquals(new Weights(1, 0), LossBalance.MEGA_2.weigh(new Geometry(1, 1, 0, 0, 3)));
    }
}
