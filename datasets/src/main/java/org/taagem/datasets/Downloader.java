package org.taagem.datasets;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Downloads files over https: in pieces, so that their size does not matter; with several tries, each of which goes on
 * where the last one ended if the server can do that; and only whole ones, of the right checksum if one is known.
 */
final class Downloader {
    /** Having got so much further counts as a success, after which as many tries are allowed as at first. */
    private static final long WORTHWHILE = 1 << 20;

    private final HttpClient client;
    private final DownloadLimits limits;

    Downloader(DownloadLimits limits) {
        this.limits = limits;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * Downloads a file.
     *
     * @param request which
     * @param target where to; it is there only if all of it has come
     * @param progress shows how far it is
     * @throws SourceUnavailableException if the server cannot or will not deliver the file, or delivers another one
     * @throws IOException if the file cannot be written
     */
    void download(WebRequest request, Path target, Progress progress) throws IOException, InterruptedException {
        Path partial = target.resolveSibling(target.getFileName() + ".part");
        try (PartFile part = new PartFile(partial)) {
            receive(request, part, progress);
            if (part.isResumed() && fault(partial, request).isPresent()) {
                progress.note(request.what() + " came in parts that do not fit together; fetching it anew");
                part.restart(Optional.empty());
                receive(request, part, progress);
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
        Optional<String> fault = fault(partial, request);
        if (fault.isPresent()) {
            throw new SourceUnavailableException(request.what() + " " + fault.get());
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** An interrupt that comes while the file is being written closes it; whoever interrupts waits for the usual exception. */
    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("interrupted while writing");
        interrupted.initCause(cause);
        return interrupted;
    }

    private static Optional<String> fault(Path file, WebRequest request) throws IOException {
        return request.pin().isEmpty()
                ? Optional.empty()
                : Verification.fault(
                        file,
                        request.pin().get().bytes(),
                        Optional.of(request.pin().get().sha256()));
    }

    private void receive(WebRequest request, PartFile part, Progress progress)
            throws IOException, InterruptedException {
        Duration pause = limits.pause();
        long furthest = 0;
        int failures = 0;
        while (true) {
            try {
                new Transfer(client, limits, request).into(part, progress);
                return;
            } catch (TransferException e) {
                if (part.size() >= furthest + WORTHWHILE) {
                    furthest = part.size();
                    failures = 0;
                    pause = limits.pause();
                }
                failures++;
                if (!e.isTemporary() || failures >= limits.tries()) {
                    throw new SourceUnavailableException(request.what() + ": " + e.getMessage(), e);
                }
                wait(request, e, pause, progress);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static void wait(WebRequest request, TransferException failure, Duration pause, Progress progress)
            throws InterruptedException {
        Duration longest = failure.pause().compareTo(pause) > 0 ? failure.pause() : pause;
        progress.note(String.format(
                "%s: %s; trying again in %.1f seconds",
                request.what(), failure.getMessage(), longest.toMillis() / 1000.0));
        Thread.sleep(longest.toMillis());
    }
}
