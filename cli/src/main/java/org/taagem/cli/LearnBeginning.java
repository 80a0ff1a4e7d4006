package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.taagem.datasets.rows.ColumnSettings;
import org.taagem.datasets.rows.SampleReader;
import org.taagem.datasets.rows.SampleReader.Reading;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.OnlineConfig;
import org.taagem.experiment.OnlineFile;
import org.taagem.experiment.OnlineFile.Header;
import org.taagem.experiment.OnlineFile.Position;
import org.taagem.experiment.OnlineFile.Saved;
import org.taagem.experiment.OnlineLearner;
import org.taagem.experiment.Provenance;
import org.taagem.experiment.SampleSpace;
import org.taagem.nn.Kernels;

/** Makes the learner of a session: a new one, whose classes the stream tells, or one that goes on. */
final class LearnBeginning {
    private static final int FEW_CLASSES = 20; // of which each may have a single sample

    private final LearnOptions options;
    private final LearnKeys given;
    private final BooleanSupplier stopRequested;
    private final LiveLine live;

    LearnBeginning(LearnOptions options, BooleanSupplier stopRequested, LiveLine live) throws IOException {
        this.options = options;
        this.stopRequested = stopRequested;
        this.live = live;
        given = options.keys();
    }

    /**
     * What a session begins with.
     *
     * @param saved the learner, and what there is to say of it
     * @param kernel what computes
     * @param lines the stream, from where it is to be learned
     * @param first what was read of it already
     */
    record Begun(Saved saved, Kernels.Selection kernel, SampleLines lines, Deque<Reading> first) {}

    private int window() {
        return options.window.orElse(OnlineLearner.USUAL_WINDOW);
    }

    /** Begins anew. The first samples are looked at before they are learned, unless the user names the classes. */
    Begun anew(Lines lines) throws IOException, InterruptedException {
        LearnKeys keys = given.over(Map.of());
        keys.config(2); // what is wrong with it is told before anybody waits for samples
        Optional<ClassNames> named = options.classes.map(ClassNames::parse);
        KernelSearch search = KernelSearch.begin(keys.kernel());
        SampleReader reader = SampleInput.open(options.input, options.follow, columns(keys, Optional.empty()));
        SampleLines samples = lines.of(reader, Optional.empty());
        Deque<Reading> first = read(samples, named.isPresent() ? 1 : window());
        if (first.isEmpty()) {
            throw new IOException("there is no sample in " + options.input.from + "; expected one per line");
        }
        ClassNames classes = named.isPresent() ? named.get() : found(first);
        OnlineConfig config = keys.config(classes.room());
        SampleSpace space = new SampleSpace(
                reader.features(), reader.featureNames(), reader.labelName(), classes.names(), classes.room());
        Kernels.Selection kernel = search.result();
        OnlineLearner learner = new OnlineLearner(config, stream(space), kernel.kernel());
        learner.lookBack(window());
        BuildInfo build = BuildInfo.read();
        Provenance origin = Provenance.of(build.version(), build.commit(), keys.toMap(config));
        return new Begun(
                new Saved(new Header(origin, space, new Position(SampleInput.name(options.input), 0, 0)), learner),
                kernel,
                samples,
                first);
    }

    /** Makes the lines of a session of a reader. */
    @FunctionalInterface
    interface Lines {
        SampleLines of(SampleReader reader, Optional<Position> before);
    }

    private static ColumnSettings columns(LearnKeys keys, Optional<SampleSpace> known) {
        return new ColumnSettings(keys.labelColumn(), SampleInput.header(keys.header()), known, true);
    }

    private static OnlineLearner.Stream stream(SampleSpace space) {
        return new OnlineLearner.Stream(space.features(), space.room());
    }

    private Deque<Reading> read(SampleLines samples, int count) throws IOException, InterruptedException {
        Deque<Reading> first = new ArrayDeque<>();
        live.show("  waiting for the first "
                + (count == 1 ? "sample" : count + " samples, whose labels tell the classes"));
        try {
            Optional<Reading> next = samples.next(stopRequested);
            while (next.isPresent()) {
                first.addLast(next.get());
                next = first.size() < count ? samples.next(stopRequested) : Optional.empty();
            }
        } finally {
            live.clear();
        }
        if (first.size() < count && stopRequested.getAsBoolean()) {
            throw new IOException("stopped after " + first.size() + " of the first " + count
                    + " samples, before any was learned; nothing is saved"
                    + (count == 1 ? "" : " (with --classes, the first sample is learned at once)"));
        }
        return first;
    }

    private static ClassNames found(Deque<Reading> first) {
        Set<String> names = new LinkedHashSet<>();
        for (Reading reading : first) {
            names.add(reading.sample().orElseThrow().label().orElseThrow());
        }
        if (names.size() < 2) {
            throw new ConfigException("the first " + first.size() + " samples are all of class '"
                    + String.join("", names) + "'; say how many classes there may be with --classes N, or name them all"
                    + " with --classes NAME,NAME");
        }
        if (names.size() > FEW_CLASSES && first.size() < 2 * names.size()) {
            throw new ConfigException("the first " + first.size() + " samples have " + names.size()
                    + " labels; expected classes of at least 2 samples on average: name the label with --label_column, or say"
                    + " how many classes there may be with --classes N");
        }
        return new ClassNames(List.copyOf(names), names.size());
    }

    /** Goes on with a learner from a file. */
    Begun load(Path file, Lines lines) throws IOException, InterruptedException {
        if (options.classes.isPresent()) {
            throw new ConfigException("--classes is given with --load, but the classes are those of " + file
                    + "; leave out one of the two");
        }
        Kernels.Selection kernel =
                KernelSearch.begin(given.over(Map.of()).kernel()).result();
        Saved saved = OnlineFile.read(file, header -> {
            LearnKeys keys = given.over(header.origin().config());
            OnlineConfig config = keys.config(header.samples().room());
            LearnKeys.checkSame(keys.toMap(config), header.origin().config(), file);
            return new OnlineLearner(config, stream(header.samples()), kernel.kernel());
        });
        options.window.ifPresent(saved.learner()::lookBack);
        LearnKeys keys = given.over(saved.header().origin().config());
        SampleReader reader = SampleInput.open(
                options.input,
                options.follow,
                columns(keys, Optional.of(saved.header().samples())));
        return new Begun(saved, kernel, lines.of(reader, readBefore(saved)), new ArrayDeque<>());
    }

    /** A file of which a part has been learned goes on where that ended; what comes through a pipe is always new. */
    private Optional<Position> readBefore(Saved saved) {
        Position position = saved.header().position();
        boolean same = !options.input.from.equals(SampleInput.STANDARD_INPUT)
                && position.source().equals(SampleInput.name(options.input));
        return same && !options.fromStart ? Optional.of(position) : Optional.empty();
    }
}
