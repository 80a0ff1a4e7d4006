package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.cli.LearnBeginning.Begun;
import org.taagem.datasets.rows.BadRowException;
import org.taagem.datasets.rows.LabelledVector;
import org.taagem.datasets.rows.SampleReader.Reading;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.OnlineFile;
import org.taagem.experiment.OnlineFile.Header;
import org.taagem.experiment.OnlineFile.Position;
import org.taagem.experiment.OnlineFile.Saved;
import org.taagem.experiment.OnlineLearner;
import org.taagem.experiment.SampleSpace;

/** Learns one stream from outside, from its first sample to its end or to a signal. */
final class LearnSession {
    private final LearnOptions options;
    private final Screen screen;
    private final StopSignal stopSignal;
    private final LiveLine live;
    private final Begun begun;
    private final OnlineLearner learner;
    private final ClassNames classes;
    private Position position;
    private long savedSamples;

    /** Where a session is shown: lines go to one, complaints to the other, and what changes all the time to the terminal. */
    record Screen(PrintWriter out, PrintWriter err, Terminal terminal) {}

    /**
     * Opens the stream and makes the learner, which may wait for the first samples.
     *
     * @throws ConfigException if an option is not allowed, or does not fit to what is there
     * @throws IOException if reading fails, or a stop is requested meanwhile
     */
    LearnSession(LearnOptions options, Screen screen, StopSignal stopSignal) throws IOException, InterruptedException {
        this.options = options;
        this.screen = screen;
        this.stopSignal = stopSignal;
        live = new LiveLine(screen.terminal());
        checkOptions(options);
        LearnBeginning beginning = new LearnBeginning(options, stopSignal::isRequested, live);
        LearnBeginning.Lines lines =
                (reader, before) -> new SampleLines(new SampleFeed(reader, before), options.onBadLine, screen.err());
        begun = options.load.isPresent() ? beginning.load(options.load.get(), lines) : beginning.anew(lines);
        learner = begun.saved().learner();
        SampleSpace samples = begun.saved().header().samples();
        classes = new ClassNames(samples.classes(), samples.room());
        position = begun.saved().header().position();
        savedSamples = learner.samples();
    }

    private static void checkOptions(LearnOptions options) throws IOException {
        checkAtLeastOne("--window", options.window);
        checkAtLeastOne("--save_every", options.saveEvery);
        if (options.follow && options.input.from.equals(SampleInput.STANDARD_INPUT)) {
            throw new ConfigException("--follow is given with --from -, but a pipe is followed anyway; leave it out");
        }
        if (options.fromStart && options.load.isEmpty()) {
            throw new ConfigException(
                    "--from_start is given without --load, where nothing was learned before; leave it out");
        }
        if (options.saveEvery.isPresent() && options.save.isEmpty()) {
            throw new ConfigException("--save_every is given without --save; name the file with --save FILE");
        }
        if (options.save.isPresent()) {
            checkSave(options.save.get(), options.load);
        }
    }

    private static void checkAtLeastOne(String option, Optional<Integer> value) {
        if (value.isPresent() && value.get() < 1) {
            throw new ConfigException(option + " is " + value.get() + "; expected at least 1");
        }
    }

    /** What somebody else has learned for days is not lost to a command that was typed once more. */
    private static void checkSave(Path save, Optional<Path> load) throws IOException {
        if (Files.exists(save)
                && (load.isEmpty() || !Files.exists(load.get()) || !Files.isSameFile(save, load.get()))) {
            throw new ConfigException("--save is '" + save + "', which is there already; go on with it by --load "
                    + save + ", or name another file");
        }
        Path folder = save.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigException(
                    "--save is '" + save + "', but there is no folder '" + folder + "'; make it first");
        }
    }

    /**
     * Learns.
     *
     * @return whether the stream was learned to its end
     */
    boolean run() throws IOException, InterruptedException {
        tellHeader();
        save(); // a place where nothing can be written is told before hours are spent
        LearnConsole console = new LearnConsole(screen.out(), live, learner);
        try {
            learn(console);
        } catch (IOException e) {
            console.clear();
            save();
            throw e;
        }
        boolean ended = !stopSignal.isRequested();
        if (ended) {
            learner.finish();
        }
        console.clear();
        save();
        LearnText.summary(learner, begun.lines().skipped()).forEach(screen.out()::println);
        options.save.ifPresent(file -> screen.out().println(LearnText.field(24, "saved", file.toString())));
        screen.out().flush();
        return ended;
    }

    private void learn(LearnConsole console) throws IOException, InterruptedException {
        Optional<Reading> next = next();
        while (next.isPresent()) {
            Reading reading = next.get();
            if (learn(reading)) {
                console.learned(learner);
            }
            position = new Position(
                    position.source(),
                    reading.position().rows(),
                    reading.position().digest());
            if (options.saveEvery.isPresent() && learner.samples() - savedSamples >= options.saveEvery.get()) {
                save();
            }
            next = next();
        }
    }

    private Optional<Reading> next() throws IOException, InterruptedException {
        return begun.first().isEmpty()
                ? begun.lines().next(stopSignal::isRequested)
                : Optional.of(begun.first().removeFirst());
    }

    private boolean learn(Reading reading) throws IOException {
        LabelledVector sample = reading.sample().orElseThrow();
        int label;
        try {
            label = classes.label(sample.label().orElseThrow());
        } catch (BadRowException e) {
            begun.lines()
                    .refuse(reading.position().source() + ", line "
                            + reading.position().rows() + ": " + e.getMessage());
            return false;
        }
        return learner.learn(sample.features(), label);
    }

    private void save() throws IOException {
        if (options.save.isPresent()) {
            Header before = begun.saved().header();
            SampleSpace samples = before.samples();
            SampleSpace now = new SampleSpace(
                    samples.features(), samples.names(), samples.label(), classes.names(), samples.room());
            OnlineFile.write(options.save.get(), new Saved(new Header(before.origin(), now, position), learner));
            savedSamples = learner.samples();
        }
    }

    private void tellHeader() {
        Header header = begun.saved().header();
        LearnText.header(header.origin().config(), header.samples(), begun.kernel())
                .forEach(screen.out()::println);
        options.load.ifPresent(file -> screen.out()
                .println(LearnText.field(12, "goes on", "after " + learner.samples() + " samples, as in " + file)));
        screen.out().println();
        screen.out().flush();
    }
}
