package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Learning from files and asking what was learned, inside this process; {@link LearnIT} has pipes and signals. */
class LearnTest {
    private static final List<String> SETTINGS = List.of("--set", "learning_rate=0.05", "--set", "hidden_dim=32");

    private final Path folder;
    private final Path stream;
    private final Path state;

    LearnTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stream = Files.write(folder.resolve("stream.csv"), DriftingStream.lines(6000, 0, 2, 1));
        state = folder.resolve("state.taagem");
    }

    private static CommandRun run(String command, Object... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static CommandRun learn(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(SETTINGS);
        return run("learn", all.toArray());
    }

    private static CommandRun well(CommandRun run) {
        assertEquals(0, run.exit(), run::err);
        return run;
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private double accuracy(Path model, int place) throws IOException {
        Path test = write("test.csv", DriftingStream.lines(1000, place, place, 9));
        CommandRun run = well(run("predict", model, "--from", test, "-o", folder.resolve("answers.csv")));
        assertTrue(run.out().matches("accuracy 0\\.\\d{4} \\(\\d+ of 1000 right\\)\\R"), run::out);
        assertEquals(1001, Files.readAllLines(folder.resolve("answers.csv")).size());
        return Double.parseDouble(run.out().substring(9, 15));
    }

    @Test
    void learn_driftingStream_remembersWhereItBegan() throws IOException {
        CommandRun run = well(learn("--from", stream, "--save", state));
        Path forgetful = folder.resolve("sgd.taagem");
        well(learn("--from", stream, "--save", forgetful, "--strategy", "sgd"));

        assertTrue(run.out().contains("\n  samples     6000  accuracy 0."), run::out);
        assertTrue(run.out().contains("\n  samples                  6000\n  lines left out           0\n"), run::out);
        assertEquals("", run.err());
        double remembered = accuracy(state, 0);
        double kept = accuracy(forgetful, 0);
        assertTrue(remembered > 0.85 && remembered > kept + 0.05, remembered + ", without a memory " + kept);
        assertTrue(accuracy(state, 2) > 0.9);
    }

    @Test
    void learn_inTwoParts_isTheSameToTheByte() throws IOException {
        List<String> lines = Files.readAllLines(stream);
        Path first = folder.resolve("first.taagem");
        Path second = folder.resolve("second.taagem");
        Path growing = write("growing.csv", lines.subList(0, 2001));
        well(learn("--from", growing, "--save", first));
        write("growing.csv", lines);
        CommandRun run = well(learn("--from", growing, "--load", first, "--save", second));
        Path whole = folder.resolve("whole.taagem");
        well(learn("--from", growing, "--save", whole));

        assertTrue(run.out().contains("  goes on      after 2000 samples, as in " + first), run::out);
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(second));
        assertEquals(answers(whole), answers(second));
    }

    private String answers(Path model) throws IOException {
        Path test = write("test.csv", DriftingStream.lines(100, 0, 2, 9));
        return well(run("predict", model, "--from", test, "--probabilities")).out();
    }

    @Test
    void learn_fileLearnedAgain_onlyIfAskedTo() {
        well(learn("--from", stream, "--save", state));
        CommandRun nothingNew = well(learn("--from", stream, "--load", state));
        CommandRun again = well(learn("--from", stream, "--load", state, "--from-start"));

        assertTrue(nothingNew.out().contains("  samples                  6000\n"), nothingNew::out);
        assertTrue(again.out().contains("  samples                  12000\n"), again::out);
    }

    @Test
    void learn_badLines_areLeftOutAndCounted() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(stream));
        lines.add(5, "oops");
        lines.add(1, "a,1,red");
        Path bad = write("bad.csv", lines);
        CommandRun run = well(learn("--from", bad, "--on-bad-line", "skip", "--save", state));

        assertEquals(
                "taagem: left out: " + bad + ", line 2: column 'x' is 'a'; expected a finite number\n"
                        + "taagem: left out: " + bad + ", line 7: the line has 1 values; expected 3\n",
                run.err());
        assertTrue(run.out().contains("  samples                  6000\n  lines left out           2\n"), run::out);
    }

    @Test
    void learn_badLine_stopsAndKeepsWhatWasLearned() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(stream));
        lines.set(2006, "1,2");
        Path bad = write("bad.csv", lines);
        CommandRun run = learn("--from", bad, "--save", state);

        assertEquals(1, run.exit());
        assertEquals(
                "taagem: " + bad
                        + ", line 2007: the line has 2 values; expected 3 (--on_bad_line skip leaves such lines"
                        + " out)\n",
                run.err());
        lines.set(2006, "1.5,0.5,blue");
        write("bad.csv", lines);
        CommandRun mended = well(learn("--from", bad, "--load", state));
        assertTrue(mended.out().contains("  goes on      after 2005 samples"), mended::out);
        assertTrue(mended.out().contains("  samples                  6000\n"), mended::out);
    }

    @Test
    void learn_newClassLater_needsRoom() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(stream));
        lines.set(3000, "1,1,green");
        Path more = write("more.csv", lines);
        CommandRun run = learn("--from", more, "--window", "500");

        assertEquals(1, run.exit());
        assertEquals(
                "taagem: " + more
                        + ", line 3001: label 'green' is a new class, but there is room for only 2: blue, red;"
                        + " outputs cannot be added to a network that has learned, so begin with --classes N for N"
                        + " classes, or name them all (--on_bad_line skip leaves such lines out)\n",
                run.err().replace("red, blue", "blue, red"));
        well(learn("--from", more, "--classes", "3", "--save", state));
        String names =
                well(run("predict", state, "--from", stream, "--probabilities")).out();
        assertTrue(names.lines().findFirst().orElse("").endsWith(",p(green)"), names);
        well(learn("--from", more, "--classes", "red,blue,green"));
    }

    @Test
    void learn_jsonLines_learnsTheSame() throws IOException {
        List<String> json = new ArrayList<>();
        for (String line : Files.readAllLines(stream).subList(1, 6001)) {
            String[] cells = line.split(",", -1);
            json.add("{\"x\": " + cells[0] + ", \"y\": " + cells[1] + ", \"colour\": \"" + cells[2] + "\"}");
        }
        CommandRun ofJson = well(learn("--from", write("stream.jsonl", json)));

        assertEquals(well(learn("--from", stream)).out(), ofJson.out());
    }

    @Test
    void predict_withoutLabels_answersOnly() throws IOException {
        well(learn("--from", stream, "--save", state));
        Path inputs = write("inputs.csv", List.of("y,x", "0.5,0.5", "-0.5,0.5"));
        CommandRun run = well(run("predict", state, "--from", inputs));

        assertEquals(new CommandRun(0, "class\nred\nblue\n", ""), run);
    }

    @Test
    void predict_notAModel_saysSo() throws IOException {
        CommandRun run = run("predict", stream, "--from", stream);

        assertEquals(
                new CommandRun(1, "", "taagem: " + stream + ": is no state that taagem has written. Check the name\n"),
                run);
        assertEquals(
                new CommandRun(1, "", "taagem: cannot read '" + state + "': no such file or folder\n"),
                run("predict", state, "--from", stream));
    }

    @Test
    void predict_badLine_failsAndLeavesNoHalfFile() throws IOException {
        well(learn("--from", stream, "--save", state));
        Path bad = write("bad.csv", List.of("x,y", "1,2", "1"));
        Path answers = folder.resolve("answers.csv");
        CommandRun run = run("predict", state, "--from", bad, "-o", answers);

        assertEquals(new CommandRun(1, "", "taagem: " + bad + ", line 3: the line has 1 values; expected 2\n"), run);
        assertFalse(Files.exists(answers));
    }

    @Test
    void predict_intoAFileThatIsRead_isRefused() throws IOException {
        well(learn("--from", stream, "--save", state));
        byte[] samples = Files.readAllBytes(stream);
        byte[] model = Files.readAllBytes(state);

        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: --output is '" + stream
                                + "', the file that the samples come from; name another file\n"),
                run("predict", state, "--from", stream, "-o", stream));
        assertEquals(
                new CommandRun(
                        2, "", "taagem: --output is '" + state + "', the file of the model; name another file\n"),
                run("predict", state, "--from", stream, "-o", state));
        assertArrayEquals(samples, Files.readAllBytes(stream));
        assertArrayEquals(model, Files.readAllBytes(state));
    }

    /** Told by the content, as for tables that are trained on. */
    @Test
    void learnAndPredict_compressedFile_isReadAsThePlainOne() throws IOException {
        Path compressed = folder.resolve("stream.bin");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(stream, out);
        }
        well(learn("--from", compressed, "--save", state));
        Path plain = folder.resolve("plain.taagem");
        well(learn("--from", stream, "--save", plain));

        assertEquals(answers(plain), answers(state));
        assertEquals(well(run("predict", state, "--from", stream)), well(run("predict", state, "--from", compressed)));
        Path half = folder.resolve("half.csv.gz");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(compressed), 3000));
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: " + half + ": gzip data is damaged (Unexpected end of ZLIB input stream). Copy or"
                                + " download the file again.\n"),
                run("predict", state, "--from", half, "-o", folder.resolve("answers.csv")));
    }

    @Test
    void predict_linesThatEndWithCarriageReturns_areAnswered() throws IOException {
        well(learn("--from", stream, "--save", state));
        Path returns = Files.writeString(folder.resolve("r.csv"), "x,y\r0.5,1\r0.5,-1\r");

        assertEquals(
                3, well(run("predict", state, "--from", returns)).out().lines().count());
    }

    @Test
    void learn_wrongUsage_isOneLine() throws IOException {
        well(learn("--from", stream, "--save", state));
        String there = folder.resolve("no").resolve("a").toString();
        assertRefused(
                "--save is '" + state + "', which is there already; go on with it by --load " + state
                        + ", or name another file",
                "--save",
                state);
        assertRefused(
                "--save is '" + there + "', but there is no folder '" + folder.resolve("no") + "'; make it first",
                "--save",
                there);
        assertRefused(
                "hidden_dim is 64, but " + state
                        + " was made with hidden_dim 32; leave it out to go on with that, or begin"
                        + " anew without --load",
                "--load",
                state,
                "--set",
                "hidden_dim=64");
        assertRefused(
                "--classes is given with --load, but the classes are those of " + state + "; leave out one of the two",
                "--load",
                state,
                "--classes",
                "3");
        assertRefused(
                "--from_start is given without --load, where nothing was learned before; leave it out", "--from_start");
        assertRefused("--save_every is given without --save; name the file with --save FILE", "--save_every", "5");
        assertRefused("--window is 0; expected at least 1", "--window", "0");
        assertRefused(
                "num_epochs is a key of taagem train; taagem learn has no use for it, so leave it out",
                "--set",
                "num_epochs=3");
        assertRefused("unknown key 'hidden_dims'; did you mean 'hidden_dim'?", "--set", "hidden_dims=3");
        assertRefused("seed is given twice on the command line; give it once", "--seed", "3", "--set", "seed=3");
        String mend =
                "; expected how many classes there may be, such as --classes 10, or their names, such as --classes"
                        + " cat,dog";
        assertRefused("--classes is 1" + mend, "--classes", "1");
        assertRefused("--classes is 'a,a', which has 'a' twice" + mend, "--classes", "a,a");
        assertRefused("--classes is 'a,', which has an empty name" + mend, "--classes", "a,");
    }

    /** A column of measured values is no label. */
    @Test
    void learn_almostAsManyLabelsAsSamples_suspectsTheColumn() throws IOException {
        List<String> lines = new ArrayList<>(List.of("x,height"));
        for (int i = 0; i < 30; i++) {
            lines.add("1," + i);
        }

        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: the first 30 samples have 30 labels; expected classes of at least 2 samples on average:"
                                + " name the label with --label_column, or say how many classes there may be with"
                                + " --classes N\n"),
                run("learn", "--from", write("heights.csv", lines)));
    }

    @Test
    void learn_streamOfNoUse_saysWhy() throws IOException {
        Path one = write("one.csv", List.of("x,colour", "1,red", "2,red"));
        Path none = write("none.csv", List.of("x,colour"));
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: the first 2 samples are all of class 'red'; say how many classes there may be with"
                                + " --classes N, or name them all with --classes NAME,NAME\n"),
                run("learn", "--from", one));
        assertEquals(
                new CommandRun(1, "", "taagem: there is no sample in " + none + "; expected one per line\n"),
                run("learn", "--from", none));
        assertEquals(
                new CommandRun(1, "", "taagem: cannot read '" + state + "': no such file or folder; check --from\n"),
                run("learn", "--from", state));
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: --follow is given with --from -, but a pipe is followed anyway; leave it out\n"),
                run("learn", "--from", "-", "--follow"));
    }

    private void assertRefused(String message, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("--from", stream));
        all.addAll(List.of(arguments));
        assertEquals(new CommandRun(2, "", "taagem: " + message + "\n"), run("learn", all.toArray()));
    }
}
