package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.experiment.MemoryContents;
import org.taagem.experiment.MemoryContents.Kept;
import org.taagem.report.TaskSamples.Row;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * {@value #NAME} in a run's folder: what was in memory at the end, and sample images of every task (docs/state-format.md).
 * Equal runs leave equal bytes.
 */
public final class MemoryFile {
    /** Name of the file. */
    public static final String NAME = "memory.taagem";

    /** The kind of state that it holds. */
    public static final String KIND = "run memory";

    private static final int MOST_ROWS = 1 << 10;
    /** Of a sample. What is sparse in the file is spread out to be shown, and a file may lie. */
    private static final int MOST_FEATURES = 1 << 22;

    private static final int MOST_PIXELS_ACROSS = 1 << 10;

    private MemoryFile() {}

    /**
     * Writes what is kept of a run; nothing, if there is nothing.
     *
     * @param runFolder the run's folder
     * @param kept what is kept
     * @throws StateException if it cannot be written; an old file is untouched then
     */
    public static void write(Path runFolder, KeptSamples kept) throws StateException {
        if (kept.isEmpty()) {
            return;
        }
        StateFile.write(runFolder.resolve(NAME), KIND, out -> {
            out.writeFlag("has_memory", kept.memory().isPresent());
            if (kept.memory().isPresent()) {
                out.writeSection("memory", section -> save(kept.memory().get(), section));
            }
            out.writeFlag("has_tasks", kept.tasks().isPresent());
            if (kept.tasks().isPresent()) {
                out.writeSection("tasks", section -> save(kept.tasks().get(), section));
            }
        });
    }

    /**
     * Reads what was kept of a run.
     *
     * @param runFolder the run's folder
     * @return it, or nothing if there is no such file, as of runs of earlier versions
     * @throws StateException if the file is damaged
     */
    public static Optional<KeptSamples> read(Path runFolder) throws StateException {
        Path file = runFolder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(StateFile.read(
                file,
                List.of(KIND),
                in -> new KeptSamples(
                        in.readFlag("has_memory")
                                ? Optional.of(in.readSection("memory", MemoryFile::readMemory))
                                : Optional.empty(),
                        in.readFlag("has_tasks")
                                ? Optional.of(in.readSection("tasks", MemoryFile::readTasks))
                                : Optional.empty())));
    }

    private static void save(MemoryContents memory, StateWriter out) throws IOException {
        List<Kept> kept = memory.samples();
        out.writeFlag("clustered", memory.clustered());
        out.writeInts("ids", kept.stream().mapToInt(each -> each.sample().id()).toArray());
        out.writeInts(
                "labels", kept.stream().mapToInt(each -> each.sample().label()).toArray());
        out.writeInts("origins", kept.stream().mapToInt(Kept::origin).toArray());
        out.writeInts("groups", kept.stream().mapToInt(Kept::group).toArray());
        out.writeInts("ages", kept.stream().mapToInt(Kept::age).toArray());
        for (Kept each : kept) {
            save(each.sample().features(), out);
        }
    }

    private static MemoryContents readMemory(StateReader in) throws IOException {
        boolean clustered = in.readFlag("clustered");
        int[] ids = in.readInts("ids");
        int[] labels = readAsMany("labels", ids.length, in);
        int[] origins = readAsMany("origins", ids.length, in);
        int[] groups = readAsMany("groups", ids.length, in);
        int[] ages = readAsMany("ages", ids.length, in);
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (Math.min(ids[i], labels[i]) < 0 || Math.min(groups[i], ages[i]) < 0) {
                throw in.wrong("ids", "numbers below 0", "0 or more");
            }
            FeatureVector features = readVector(in);
            if (i > 0 && features.length() != kept.get(0).sample().features().length()) {
                throw in.wrong("length", features.length(), "as many features as the first sample has");
            }
            kept.add(new Kept(new Sample(ids[i], features, labels[i]), origins[i], groups[i], ages[i]));
        }
        return new MemoryContents(clustered, kept);
    }

    private static int[] readAsMany(String name, int count, StateReader in) throws IOException {
        int[] values = in.readInts(name);
        if (values.length != count) {
            throw in.wrong(name, values.length + " numbers", count + ", as there are ids");
        }
        return values;
    }

    private static void save(TaskSamples tasks, StateWriter out) throws IOException {
        out.writeText("title", tasks.title());
        out.writeInt("height", tasks.shape().height());
        out.writeInt("width", tasks.shape().width());
        out.writeInt("channels", tasks.shape().channels());
        saveAll("labels", tasks.labels(), out);
        out.writeInt("rows", tasks.rows().size());
        for (Row row : tasks.rows()) {
            out.writeText("heading", row.heading());
            out.writeText("name", row.name());
            out.writeText("detail", row.detail());
            for (Optional<FeatureVector> image : row.images()) {
                out.writeFlag("has_image", image.isPresent());
                if (image.isPresent()) {
                    save(image.get(), out);
                }
            }
        }
    }

    private static void saveAll(String name, List<String> texts, StateWriter out) throws IOException {
        out.writeInt(name, texts.size());
        for (String text : texts) {
            out.writeText("label", text);
        }
    }

    private static TaskSamples readTasks(StateReader in) throws IOException {
        String title = in.readText("title");
        ImageShape shape = new ImageShape(
                in.readInt("height", 1, MOST_PIXELS_ACROSS),
                in.readInt("width", 1, MOST_PIXELS_ACROSS),
                in.readInt("channels", 1, 4));
        List<String> labels = new ArrayList<>();
        for (int left = in.readInt("labels", 0, MOST_ROWS); left > 0; left--) {
            labels.add(in.readText("label"));
        }
        List<Row> rows = new ArrayList<>();
        for (int left = in.readInt("rows", 0, MOST_ROWS); left > 0; left--) {
            rows.add(readRow(labels.size(), shape.features(), in));
        }
        return new TaskSamples(title, shape, labels, rows);
    }

    private static Row readRow(int images, int features, StateReader in) throws IOException {
        String heading = in.readText("heading");
        String name = in.readText("name");
        String detail = in.readText("detail");
        List<Optional<FeatureVector>> row = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            Optional<FeatureVector> image = in.readFlag("has_image") ? Optional.of(readVector(in)) : Optional.empty();
            if (image.isPresent() && image.get().length() != features) {
                throw in.wrong("length", image.get().length() + " features", features + ", as the shape says");
            }
            row.add(image);
        }
        return new Row(heading, name, detail, row);
    }

    private static void save(FeatureVector vector, StateWriter out) throws IOException {
        out.writeInt("length", vector.length());
        out.writeInts("indices", vector.indices());
        out.writeFloats("values", vector.values());
    }

    private static FeatureVector readVector(StateReader in) throws IOException {
        int length = in.readInt("length", 1, MOST_FEATURES);
        int[] indices = in.readInts("indices");
        float[] values = in.readFloats("values");
        if (!FeatureVector.isSparse(length, indices, values)) {
            throw in.wrong("indices", "not those of a sample", "ascending numbers below " + length);
        }
        return FeatureVector.ofNonZero(length, indices, values);
    }
}
