package org.taagem.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A page that is open, and what went on in it. Closing it fails if anything was wrong: an error on the console or in a
 * script, a dialogue (a script that should have stayed text is likely to ask for one), a request that failed, or one that
 * would have left the machine, which is stopped.
 */
public final class PageVisit implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> WITHOUT_NETWORK = Set.of("file", "data", "blob", "about");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private final BrowserContext context;
    private final Page page;
    private final List<String> requests = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    PageVisit(BrowserContext context) {
        this.context = context;
        context.route(address -> !staysHere(address), route -> {
            problems.add("leaves the machine: " + route.request().url());
            route.abort();
        });
        context.onRequest(request -> requests.add(request.url()));
        context.onRequestFailed(this::failed);
        context.onConsoleMessage(this::said);
        context.onWebError(error -> problems.add("error in a script: " + error.error()));
        context.onDialog(dialog -> {
            problems.add("dialogue: " + dialog.message());
            dialog.dismiss();
        });
        page = context.newPage();
        page.onWebSocket(socket -> problems.add("web socket: " + socket.url()));
    }

    private static boolean staysHere(String address) {
        URI uri = URI.create(address);
        return WITHOUT_NETWORK.contains(uri.getScheme()) || THIS_MACHINE.contains(uri.getHost());
    }

    private void failed(Request request) {
        if (staysHere(request.url()) && !"net::ERR_ABORTED".equals(request.failure())) {
            problems.add("request failed: " + request.url() + ": " + request.failure());
        }
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error")) {
            problems.add("console: " + message.text());
        }
    }

    /**
     * Returns the page.
     *
     * @return the page, for everything that Playwright can do with it
     */
    public Page page() {
        return page;
    }

    /**
     * Returns what was asked for so far.
     *
     * @return the addresses, in order
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * Returns what was wrong so far, and forgets it.
     *
     * @return a line for each problem
     */
    public List<String> takeProblems() {
        List<String> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /**
     * Keeps a picture of the whole page in {@code target/screenshots}.
     *
     * @param name name of the picture, without its ending
     * @return the picture
     */
    public Path screenshot(String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /**
     * Returns how far the page is wider than what it is looked at with, which makes it scroll sideways.
     *
     * @return in pixels; 0 if it is not
     */
    public int overhang() {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Closes the page, and fails if anything was wrong. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), problems);
    }
}
