package org.taagem.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.taagem.data.Encoding;
import org.taagem.nn.Ensemble;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * What the samples of a model look like to a user.
 *
 * @param features number of features, at least 1
 * @param names the features' names, in order; empty if they have none
 * @param label the name of the label; empty if it has none
 * @param classes the classes' names, by label
 * @param room how many classes there may be, at least as many as have names already
 * @param encoding how rows of a table become samples, if they are anything but the numbers in them
 */
public record SampleSpace(
        int features, List<String> names, String label, List<String> classes, int room, Optional<Encoding> encoding) {
    public SampleSpace {
        names = List.copyOf(names);
        classes = List.copyOf(classes);
        if (features < 1 || (!names.isEmpty() && names.size() != features)) {
            throw new IllegalArgumentException(
                    names.size() + " names for " + features + " features; expected none or one for each");
        }
        if (room < Math.max(1, classes.size())) {
            throw new IllegalArgumentException(
                    "there is room for " + room + " classes; expected at least " + classes.size());
        }
    }

    /**
     * Describes samples whose features are numbers as they stand.
     *
     * @param features number of features, at least 1
     * @param names the features' names, in order; empty if they have none
     * @param label the name of the label; empty if it has none
     * @param classes the classes' names, by label
     * @param room how many classes there may be, at least as many as have names already
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record without its last component
    public SampleSpace(int features, List<String> names, String label, List<String> classes, int room) {
        this(features, names, label, classes, room, Optional.empty());
    }

    /**
     * Describes the samples that have been learned.
     *
     * @param answering what answers
     * @param encoding how they came about, if from a table
     * @param named whether its outputs are the classes of the data, and not places in groups of them
     * @return the description
     */
    public static SampleSpace of(Ensemble answering, Optional<Encoding> encoding, boolean named) {
        SampleSpace plain = unnamed(answering.inputs(), answering.outputs());
        if (encoding.isEmpty()) {
            return plain;
        }
        Optional<Encoding> ofRows = encoding.filter(table -> !table.columns().isEmpty());
        List<String> classes = named ? encoding.get().classes() : plain.classes;
        return new SampleSpace(plain.features, List.of(), encoding.get().labelColumn(), classes, plain.room, ofRows);
    }

    /**
     * Describes samples that have no names: features and classes are told by their numbers, from 0 on.
     *
     * @param features number of features, at least 1
     * @param classes number of classes, at least 1
     * @return the description
     */
    public static SampleSpace unnamed(int features, int classes) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        return new SampleSpace(features, List.of(), "", names, classes);
    }

    /** Writes the state of this. */
    void save(StateWriter out) throws IOException {
        out.writeInt("features", features);
        writeTexts(out, "names", names);
        out.writeText("label", label);
        writeTexts(out, "classes", classes);
        out.writeInt("room", room);
        out.writeFlag("encoded", encoding.isPresent());
        if (encoding.isPresent()) {
            Encoding table = encoding.get();
            out.writeSection("encoding", section -> EncodingState.save(table, section));
        }
    }

    static SampleSpace restore(StateReader in) throws IOException {
        int features = in.readInt("features", 1, Integer.MAX_VALUE);
        List<String> names = readTexts(in, "names");
        if (!names.isEmpty() && names.size() != features) {
            throw in.wrong("names", names.size() + " texts", "none or " + features);
        }
        String label = in.readText("label");
        List<String> classes = readTexts(in, "classes");
        int room = in.readInt("room", Math.max(1, classes.size()), Integer.MAX_VALUE);
        Optional<Encoding> encoding = in.readFlag("encoded")
                ? Optional.of(in.readSection("encoding", EncodingState::restore))
                : Optional.empty();
        if (encoding.isPresent() && encoding.get().features() != features) {
            throw in.wrong("features", features, encoding.get().features() + ", as the encoding makes");
        }
        return new SampleSpace(features, names, label, classes, room, encoding);
    }

    static void writeTexts(StateWriter out, String name, List<String> texts) throws IOException {
        out.writeInt(name, texts.size());
        for (String text : texts) {
            out.writeText(name, text);
        }
    }

    static List<String> readTexts(StateReader in, String name) throws IOException {
        int count = in.readInt(name, 0, Integer.MAX_VALUE);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(in.readText(name));
        }
        return texts;
    }
}
