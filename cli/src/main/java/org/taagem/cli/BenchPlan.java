package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.LearnerType;
import org.taagem.memory.ClusterLimits;
import org.taagem.stream.Schedule;

/**
 * The runs that a specification asks for.
 *
 * @param spec the specification
 * @param cells what is run with every seed, in the order of the tables
 * @param folder where everything is written
 */
record BenchPlan(BenchSpec spec, List<BenchCell> cells, Path folder) {
    /** Name of the folder, in that of the bench, that the runs are in. */
    static final String RUNS = "runs";

    private static final Set<Schedule> MIXING = Set.of(Schedule.CONTINUOUS, Schedule.BLURRY);

    /**
     * Makes the plan of a specification.
     *
     * @param folder where everything is to be written
     * @throws ConfigException if a learner does not fit its stream or a key is unknown, missing or not allowed
     */
    static BenchPlan of(BenchSpec spec, Path folder) {
        BenchPlan plan = new BenchPlan(spec, new BenchCells(spec, folder.resolve(RUNS)).all(), folder);
        plan.checkFolders();
        for (BenchCell cell : plan.cells) {
            checkTasks(cell, cell.settings(DataFacts.USUAL));
        }
        return plan;
    }

    private void checkFolders() {
        Map<String, BenchCell> byFolder = new HashMap<>();
        for (BenchCell cell : cells) {
            BenchCell other = byFolder.put(cell.folder().toString().toLowerCase(Locale.ROOT), cell);
            if (other != null) {
                throw new ConfigException("'" + other.name() + "' and '" + cell.name()
                        + "' would have the same folder; let their names differ in letters, digits or any of . + _ -");
            }
        }
    }

    /** A learner that waits for the ends of tasks learns nothing sensible where tasks flow into one another. */
    private static void checkTasks(BenchCell cell, TrainSettings settings) {
        boolean waits = settings.experiment().strategy().type().tasks() == LearnerType.Tasks.ENDS;
        Schedule schedule = settings.experiment().stream().schedule();
        if (waits && MIXING.contains(schedule)) {
            throw new ConfigException("learner '" + cell.learner() + "' is told when tasks end, but stream '"
                    + cell.stream() + "' mixes them (schedule "
                    + schedule.toString().toLowerCase(Locale.ROOT)
                    + "); name the learner under leave_out: '" + cell.stream() + "'");
        }
    }

    /**
     * Checks the memory's room, which depends on the data.
     *
     * @throws ConfigException if it is not the budget
     */
    void checkBudget(BenchCell cell, DataFacts data) {
        TrainSettings settings = cell.settings(data);
        if (spec.memoryBudget().isEmpty() || !settings.experiment().strategy().rehearses()) {
            return;
        }
        int budget = spec.memoryBudget().getAsInt();
        ClusterLimits limits = settings.experiment().memory().limits();
        long room = (long) limits.pools() * limits.clusters() * limits.samples();
        if (room != budget) {
            throw new ConfigException(cell.name() + " has room for " + room + " samples (num_pools " + limits.pools()
                    + " x memory_size_q " + limits.clusters() + " x memory_size_p " + limits.samples()
                    + "); expected memory_budget, which is " + budget);
        }
    }

    /** Returns every run: all cells with the first seed, then with the next, so that each soon has a result. */
    List<BatchSlot> slots() {
        List<BatchSlot> slots = new ArrayList<>();
        spec.seeds().all().forEach(seed -> cells.forEach(cell -> slots.add(cell.slot(seed))));
        return slots;
    }
}
