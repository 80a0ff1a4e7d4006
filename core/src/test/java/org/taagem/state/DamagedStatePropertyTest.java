package org.taagem.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taagem.learn.SavedCourse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever happens to the file of a learner, there is one clear error, or the same learner. */
class DamagedStatePropertyTest {
    private static final int CHECKSUM = 32;
    private static final byte[] WHOLE = SavedCourse.bytes();

    @Property(tries = 300)
    void read_truncated_isRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int cut) throws IOException {
        assertRefused(Arrays.copyOf(WHOLE, cut % WHOLE.length));
    }

    @Property(tries = 1000)
    void read_bitFlipped_isRefused(@ForAll @IntRange(min = 0, max = 10_000_000) int place) throws IOException {
        byte[] damaged = WHOLE.clone();
        damaged[place / 8 % damaged.length] ^= (byte) (1 << place % 8);

        assertRefused(damaged);
    }

    /** With a checksum that fits, as somebody could make on purpose: refused, or else a learner that works. */
    @Property(tries = 1000)
    void read_hostile_isRefusedOrWorks(
            @ForAll @IntRange(min = 0, max = 1_000_000) int place, @ForAll byte value, @ForAll byte next)
            throws IOException {
        byte[] hostile = WHOLE.clone();
        int fields = hostile.length - CHECKSUM;
        hostile[place % fields] = value;
        hostile[(place + 1) % fields] = next;
        sign(hostile);
        Path file = Files.createTempFile("state", ".taagem");
        try {
            Files.write(file, hostile);
            SavedCourse.readAndLearnOn(file);
        } catch (StateException e) {
            assertOneLine(file, e);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertRefused(byte[] damaged) throws IOException {
        Path file = Files.createTempFile("state", ".taagem");
        try {
            Files.write(file, damaged);
            assertOneLine(
                    file,
                    assertThrows(
                            StateException.class,
                            () -> StateFile.read(file, List.of(SavedCourse.KIND), in -> {
                                throw new AssertionError("a damaged file is read");
                            })));
        } finally {
            Files.delete(file);
        }
    }

    private static void assertOneLine(Path file, StateException e) {
        String message = String.valueOf(e.getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith(file + ": "), message);
    }

    private static void sign(byte[] bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes, 0, bytes.length - CHECKSUM);
            System.arraycopy(sha256.digest(), 0, bytes, bytes.length - CHECKSUM, CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
