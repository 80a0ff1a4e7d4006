package org.taagem.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.taagem.datasets.rows.LabelledVector;
import org.taagem.datasets.rows.SampleReader;
import org.taagem.datasets.rows.SampleReader.Reading;
import org.taagem.experiment.Model;

/** What a model says of a stream of samples. */
final class Predictions {
    private final Model model;
    private final SampleReader samples;
    private final boolean withProbabilities;
    private long labelled;
    private long right;

    Predictions(Model model, SampleReader samples, boolean withProbabilities) {
        this.model = model;
        this.samples = samples;
        this.withProbabilities = withProbabilities;
    }

    /**
     * Writes an answer for every sample.
     *
     * @param out takes CSV
     * @param atOnce whether somebody waits for each answer
     * @throws IOException if a line is bad, or reading or writing fails
     */
    void writeTo(Writer out, boolean atOnce) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(names());
        Optional<Reading> next = samples.next();
        while (next.isPresent()) {
            if (next.get().sample().isEmpty()) {
                throw new IOException(next.get().problem());
            }
            csv.writeRecord(answer(next.get().sample().get()));
            if (atOnce) {
                out.flush();
            }
            next = samples.next();
        }
        out.flush();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("class"));
        if (withProbabilities) {
            model.samples().classes().forEach(name -> names.add("p(" + name + ")"));
        }
        return names;
    }

    /** An output whose class has never been seen has no name, and is no answer. */
    private List<String> answer(LabelledVector sample) {
        double[] probabilities = model.answering().probabilities(sample.features());
        List<String> classes = model.samples().classes();
        int most = 0;
        for (int c = 1; c < classes.size(); c++) {
            most = probabilities[c] > probabilities[most] ? c : most;
        }
        List<String> answer = new ArrayList<>(List.of(classes.get(most)));
        for (int c = 0; withProbabilities && c < classes.size(); c++) {
            answer.add(String.format(Locale.ROOT, "%.6f", probabilities[c]));
        }
        if (sample.label().isPresent()) {
            labelled++;
            right += sample.label().get().equals(classes.get(most)) ? 1 : 0;
        }
        return answer;
    }

    /** Returns how many answers were right, if that can be told. */
    Optional<String> summary() {
        return labelled == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "accuracy %.4f (%d of %d right)", (double) right / labelled, right, labelled));
    }
}
