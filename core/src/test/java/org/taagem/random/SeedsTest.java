package org.taagem.random;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class SeedsTest {
    private static final List<String> USES = List.of("stream", "init", "shuffle", "memory");

    /** Worked out by a Python program written from the definitions: FNV-1a, SplitMix64, xoshiro256++. */
    @Test
    void named_root42_isPinned() {
        assertEquals(0x5cdfccc3b28fa984L, new Seeds(42).named("memory").nextLong());
        assertEquals(0x4a96c34a5c1feee8L, new Seeds(42).named("stream").nextLong());
    }

    @Test
    void named_sameNameTwice_startsAnew() {
        Seeds seeds = new Seeds(1);
        long first = seeds.named("memory").nextLong();
        long ofAnother = seeds.named("stream").nextLong();

        assertEquals(first, seeds.named("memory").nextLong());
        assertNotEquals(first, ofAnother);
    }

    @Property
    void named_everyNameAndIndexOfEveryRoot_drawsDifferently(@ForAll @Size(min = 1, max = 5) Set<Long> roots) {
        Set<Long> seen = new HashSet<>();
        for (long root : roots) {
            for (String use : USES) {
                seen.add(new Seeds(root).named(use).nextLong());
                for (int index = 0; index < 20; index++) {
                    seen.add(new Seeds(root).named(use, index).nextLong());
                }
            }
        }

        assertEquals(roots.size() * USES.size() * 21, seen.size());
    }
}
