package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.taagem.experiment.ConfigException;

/**
 * The runs that a bench's folder holds already.
 *
 * @param done what has become of those that came to their end, or diverged and would again, by place
 * @param cutOff the folders of the others
 */
record BenchHistory(Map<BatchSlot, BatchResult> done, Map<BatchSlot, Path> cutOff) {
    /**
     * Looks through the folders of all cells; what belongs to no run of the plan is left alone.
     *
     * @throws ConfigException if there is a run of another configuration or of other data; it names the first difference
     * @throws IOException if a folder or a record cannot be read
     */
    static BenchHistory read(BenchPlan plan, BenchData data) throws IOException {
        Map<BatchSlot, BatchResult> done = new LinkedHashMap<>();
        Map<BatchSlot, Path> cutOff = new LinkedHashMap<>();
        for (BenchCell cell : plan.cells()) {
            if (Files.isDirectory(cell.folder())) {
                BatchHistory ofCell = BatchHistory.read(cell, data.first(cell));
                done.putAll(ofCell.done());
                cutOff.putAll(ofCell.cutOff());
            }
        }
        done.keySet().retainAll(plan.slots());
        cutOff.keySet().retainAll(plan.slots());
        cutOff.keySet().removeAll(done.keySet());
        return new BenchHistory(done, cutOff);
    }
}
