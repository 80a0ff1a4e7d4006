package org.taagem.datasets;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connect how long a connection may take to come about
 * @param stall how long nothing may come
 * @param tries how often in a row it may fail without getting further
 * @param pause how long to wait before the second try; twice as long before each further one
 * @param redirects how often a server may point elsewhere
 */
public record DownloadLimits(Duration connect, Duration stall, int tries, Duration pause, int redirects) {
    /** For servers far away. */
    public static final DownloadLimits USUAL =
            new DownloadLimits(Duration.ofSeconds(15), Duration.ofSeconds(30), 4, Duration.ofSeconds(1), 5);
}
