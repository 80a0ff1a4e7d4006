package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.taagem.experiment.LossSeries;
import org.taagem.state.AtomicFile;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LossTablePropertyTest {
    @Property(tries = 100)
    void read_anyNumbers_areEqualBitForBit(@ForAll List<Double> numbers) throws IOException {
        LossSeries losses = new LossSeries(0);
        numbers.forEach(number -> losses.add(number, -number));
        Path file = Files.createTempFile("losses", ".csv");
        AtomicFile.write(file, out -> LossTable.write(losses, out));

        assertEquals(LossTableTest.bits(losses), LossTableTest.bits(LossTable.read(file)));
        Files.delete(file);
    }
}
