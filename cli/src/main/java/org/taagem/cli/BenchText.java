package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to tell when a bench begins. */
final class BenchText {
    private BenchText() {}

    /** Returns what there is to do. */
    static List<String> header(BenchRequest request, BenchHistory history, int missing) {
        BuildInfo build = BuildInfo.read();
        BenchPlan plan = request.plan();
        List<String> lines = new ArrayList<>();
        lines.add("taagem " + build.version() + " (" + build.commit() + ")");
        lines.add("");
        lines.add(field("bench", plan.spec().heading().title()));
        lines.add(field("machine", Machine.describe()));
        int all = plan.slots().size();
        int goOn = history.cutOff().size();
        lines.add(field(
                "runs",
                all + " (" + plan.cells().size() + " x "
                        + plan.spec().seeds().all().size() + " seeds), " + request.jobs()
                        + " at once" + (missing == all ? "" : "; " + (all - missing) + " done before")
                        + (goOn == 0 ? "" : "; " + goOn + " cut off before, to go on")));
        lines.add(field("folder", plan.folder().toString()));
        lines.add("");
        return lines;
    }

    private static String field(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s", name, value);
    }
}
