package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.taagem.data.FeatureVector;
import org.taagem.report.KeptSamples;
import org.taagem.report.MemoryFile;
import org.taagem.report.TaskSamples;

/** What the learner saw. */
final class SampleFigures {
    private static final int MOST_BYTES_OF_IMAGES = 600_000;

    private SampleFigures() {}

    static Section section(Optional<KeptSamples> kept) {
        return new Section("samples", "Samples", List.of(content(kept)));
    }

    private static Content content(Optional<KeptSamples> kept) {
        if (kept.isEmpty()) {
            return new Note("Sample images of the tasks are not there (" + MemoryFile.NAME + ").");
        }
        return kept.get()
                .tasks()
                .map(SampleFigures::table)
                .orElseGet(() -> new Text("The data is not made of images, so there is nothing to look at."));
    }

    private static Content table(TaskSamples tasks) {
        List<FeatureVector> images = new ArrayList<>();
        List<ImageTable.Row> rows = new ArrayList<>();
        for (TaskSamples.Row row : tasks.rows()) {
            List<OptionalInt> cells = new ArrayList<>();
            for (Optional<FeatureVector> image : row.images()) {
                cells.add(image.isPresent() ? OptionalInt.of(images.size()) : OptionalInt.empty());
                image.ifPresent(images::add);
            }
            rows.add(new ImageTable.Row(row.heading(), row.name() + ", " + row.detail(), cells));
        }
        return new ImageTable(
                "task-samples",
                "The first training sample of each label, as the stream shows it to the learner.",
                new Names("label", tasks.labels()),
                rows,
                Images.of(tasks.shape(), images, MOST_BYTES_OF_IMAGES));
    }
}
