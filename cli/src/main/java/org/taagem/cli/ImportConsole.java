package org.taagem.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.taagem.mlflow.MlflowPush.Pushed;
import org.taagem.report.StoredRun;

/** Tells how an import gets on: a line for every run or, on a terminal, a bar; and in the end what has become of all. */
final class ImportConsole implements AutoCloseable {
    private static final int UPDATE_MILLIS = 200;

    private final PrintWriter out;
    private final int runs;
    private final BarOutput output;
    private final Optional<ProgressBar> bar;
    private final List<String> leftOut = new ArrayList<>();
    private int imported;
    private int there;
    private String page = "";

    /**
     * Makes a console.
     *
     * @param out where lines go
     * @param terminal where the bar is shown, if it is one
     * @param runs how many there are to import
     */
    ImportConsole(PrintWriter out, Terminal terminal, int runs) {
        this.out = out;
        this.runs = runs;
        output = new BarOutput(terminal.err());
        bar = terminal.interactive() ? Optional.of(bar(terminal)) : Optional.empty();
    }

    private ProgressBar bar(Terminal terminal) {
        return new ProgressBarBuilder()
                .setInitialMax(runs)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setRenderer(new BarLine(terminal.unicode(), "runs"))
                .setConsumer(output)
                .build()
                .setExtraMessage("import");
    }

    /** Tells what has become of a run. */
    void done(StoredRun run, Pushed pushed) {
        imported += pushed.sent() ? 1 : 0;
        there += pushed.sent() ? 0 : 1;
        page = pushed.page();
        if (bar.isPresent()) {
            bar.get().step();
        } else {
            out.println((pushed.sent() ? "imported       " : "there already  ") + run.path() + "  " + page);
            out.flush();
        }
    }

    /** Tells that somebody else brings a run. */
    void leftOut(StoredRun run) {
        bar.ifPresent(ProgressBar::step);
        leftOut.add(MlflowItems.beingDelivered(run));
    }

    /** Tells what has become of all, also if it broke off. */
    @Override
    public void close() {
        bar.ifPresent(shown -> {
            shown.close();
            output.close(); // a bar that is closed before its thread has drawn it does not do this
        });
        leftOut.forEach(out::println);
        int missing = runs - imported - there;
        out.println(imported + " imported, " + there + " there already"
                + (missing == 0 ? "" : ", " + missing + " not yet: the same command goes on")
                + (page.isEmpty() ? "" : "  " + page.replaceFirst("/[^/]*$", "")));
        out.flush();
    }
}
