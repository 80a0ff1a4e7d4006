package org.taagem.browser;

import java.net.URI;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** A headless Chromium, driven by Playwright. Of one thread. */
public final class Chromium implements AutoCloseable {
    /** For a machine that has much else to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start(BrowserPrograms programs) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        programs.node().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(programs.chromium()));
        return new Chromium(playwright, browser);
    }

    /**
     * Opens a page in a profile of its own.
     *
     * @param address a file, or an address on this machine
     * @param look with what it is looked at
     * @return the page, to be closed
     */
    public PageVisit open(URI address, Look look) {
        BrowserContext context = browser.newContext(look.options());
        context.setDefaultTimeout(PATIENCE_MILLIS);
        PageVisit visit = new PageVisit(context);
        visit.page().navigate(address.toString());
        return visit;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
