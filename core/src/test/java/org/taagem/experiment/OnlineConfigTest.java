package org.taagem.experiment;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OnlineConfigTest {
    private static OnlineConfig read(int classes, String key, Object value) {
        Map<String, Object> keys = OnlineStreams.keys();
        keys.put(key, value);
        return OnlineConfig.read(new ConfigReader(keys), classes);
    }

    private static void assertRefused(String message, String key, Object value) {
        assertEquals(
                message,
                assertThrows(ConfigException.class, () -> read(3, key, value)).getMessage());
    }

    @Test
    void read_auto_makesAboutThreeHundredSamplesOfRoom() {
        assertEquals(
                7, read(7, "memory_size_q", "auto").learner().memory().limits().pools());
        assertEquals(
                14, read(7, "memory_size_q", "auto").learner().memory().limits().clusters());
        assertEquals(
                1,
                read(500, "memory_size_q", "auto").learner().memory().limits().clusters());
    }

    @Test
    void toMap_anyConfig_isReadBack() {
        OnlineConfig config = OnlineStreams.config();

        assertEquals(config, OnlineConfig.read(new ConfigReader(config.toMap()), 3));
    }

    @Test
    void read_whatCannotBe_isRefused() {
        assertRefused(
                "num_pools is 2, but there are 3 classes and each needs a pool; set num_pools to at least 3",
                "num_pools",
                2);
        assertRefused(
                "memory_fill is epoch; expected batch, for a stream from outside has no epochs",
                "memory_fill",
                "epoch");
        assertRefused(
                "strategy is a-gem, which must know of tasks; a stream from outside has none that it could be told of",
                "strategy",
                "a-gem");
        assertRefused("device is 'gpu'; expected cpu, which is all there is", "device", "gpu");
    }

    @Test
    void read_sgdWithFewerPoolsThanClasses_isAllowed() {
        Map<String, Object> keys = OnlineStreams.keys();
        keys.put("strategy", "sgd");
        keys.put("num_pools", 1);

        assertEquals(
                Strategy.SGD,
                OnlineConfig.read(new ConfigReader(keys), 3).learner().strategy());
    }
}
