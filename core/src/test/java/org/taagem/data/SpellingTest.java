package org.taagem.data;

import java.util.List;

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
}
