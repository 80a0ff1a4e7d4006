package org.taagem.data;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpellingTest {
    @Test
    void nearest_misspelt_comesFirst() {
        List<String> names = List.of("cifar10", "fashion_mnist", "kmnist", "mnist");

        assertEquals("mnist", Spelling.nearest("MNIST", names).get(0));
        assertEquals("cifar10", Spelling.nearest("cifar-10", names).get(0));
        assertEquals(List.of("kmnist", "mnist", "cifar10", "fashion_mnist"), Spelling.nearest("kmnist", names));
    }

    @Test
    void meant_nothingAlike_isNothing() {
        List<String> names = List.of("memory_size_q", "seed");

        assertEquals(Optional.of("memory_size_q"), Spelling.meant("memory_q", names));
        assertEquals(Optional.of("seed"), Spelling.meant("sed", names));
        assertEquals(Optional.empty(), Spelling.meant("nonsense", names));
    }

    /** Six letters make "fashion" of "csv" too, but then hardly a letter is the same. */
    @Test
    void meant_shortNameAsNear_isPassedOver() {
        assertEquals(Optional.of("fashion_mnist"), Spelling.meant("fashion", List.of("csv", "fashion_mnist")));
    }
}
