package org.taagem.report.legacy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.taagem.experiment.Environment;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.pickle.PickleValue;

/** Makes a record of what a file of the original holds. */
final class LegacyRecord {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST = 300;

    private LegacyRecord() {}

    /**
     * Makes the record.
     *
     * @throws LegacyException if the file holds something else; the message is one line
     */
    static LegacyRun of(Path file, PickleValue value) throws LegacyException {
        try {
            return run(String.valueOf(file.getFileName()), LegacyFields.of(value, "", new LegacyFields.Visits()));
        } catch (LegacyException e) {
            throw new LegacyException("'" + file + "' is no result of the Python original: " + printable(e));
        }
    }

    /** Names of settings are the file's own, and may be anything. */
    private static String printable(LegacyException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
    }

    private static LegacyRun run(String name, LegacyFields top) throws LegacyException {
        LegacyFields params = top.fields("params");
        LegacyEpochs epochs = LegacyEpochs.read(top);
        StreamFacts stream = stream(name, params, epochs);
        List<TaskResult> tasks = epochs.finished(params.integers("num_epochs", 1, Integer.MAX_VALUE));
        boolean all = tasks.size() == stream.tasks().size();
        RunRecord record = new RunRecord(
                RunRecord.SCHEMA,
                all ? RunStatus.FINISHED : RunStatus.INTERRUPTED,
                LegacyParams.config(params, name),
                environment(top.text("timestamp")),
                stream,
                List.of(),
                epochs.evaluations(),
                tasks,
                summary(new Summary.Measured(stream, List.of(), epochs.evaluations(), tasks)),
                OptionalDouble.empty());
        return new LegacyRun(record, epochs.losses());
    }

    private static StreamFacts stream(String name, LegacyFields params, LegacyEpochs epochs) throws LegacyException {
        int tasks = Math.max(params.integer("num_tasks", 1, LegacyEpochs.MOST_TASKS), epochs.tasks());
        return new StreamFacts(
                params.text("dataset_name"),
                "not told by the Python original's " + name,
                Map.of(),
                Map.of(),
                params.integer("num_classes", 1, Integer.MAX_VALUE),
                IntStream.range(0, tasks).mapToObj(LegacyEpochs::name).toList(),
                List.of(),
                List.of(),
                epochs.evaluations().size(),
                epochs.losses().size(),
                false);
    }

    /** The original notes when it wrote its file, in local time and mostly without a zone; it is then taken for UTC. */
    private static Environment environment(String timestamp) throws LegacyException {
        return new Environment(
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                OptionalInt.empty(),
                instant(timestamp),
                List.of());
    }

    private static Instant instant(String timestamp) throws LegacyException {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(timestamp, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new LegacyException("timestamp is no time; expected one such as 2025-07-17T11:02:39");
        }
    }

    private static Summary summary(Summary.Measured measured) {
        Summary summary = Summary.of(measured);
        Map<Metric, Figure> figures = new EnumMap<>(summary.figures());
        figures.put(Metric.PROJECTION_RATE, new Figure.Undefined("the Python original did not count projections"));
        return new Summary(figures, summary.memoryByOrigin());
    }
}
