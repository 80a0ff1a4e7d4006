package org.taagem.datasets;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import javax.net.ssl.SSLException;

/** One try to download a file, or what is still missing of it. */
final class Transfer {
    private final HttpClient client;
    private final DownloadLimits limits;
    private final WebRequest request;

    Transfer(HttpClient client, DownloadLimits limits, WebRequest request) {
        this.client = client;
        this.limits = limits;
        this.request = request;
    }

    /** Goes on where the part ends, if the server still has the same version, or else from the beginning. */
    void into(PartFile part, Progress progress) throws IOException, InterruptedException {
        HttpResponse<TimedBody> response = open(part);
        try (TimedBody body = response.body()) {
            begin(response, part);
            OptionalLong more = response.headers().firstValueAsLong("Content-Length");
            long total = more.isPresent() ? part.size() + more.getAsLong() : Progress.UNKNOWN;
            checkSize(total);
            try (Progress.Step step = progress.start("Fetching " + request.what(), total)) {
                step.advance(part.size());
                receive(body, part, step);
            }
            if (part.size() < total) {
                throw TransferException.temporary("it ended after " + part.size() + " of " + total + " bytes");
            }
        }
    }

    private void begin(HttpResponse<TimedBody> response, PartFile part) throws IOException {
        int status = response.statusCode();
        if (status == 206 && part.size() > 0 && continues(response.headers(), part.size())) {
            part.resume();
        } else if (status == 200) {
            part.restart(version(response.headers()));
        } else if (status == 206 || status == 416) {
            part.restart(Optional.empty());
            throw TransferException.temporary("it sent another part than the one asked for");
        } else {
            throw refused(status, response.headers());
        }
    }

    private static boolean continues(HttpHeaders headers, long from) {
        return headers.firstValue("Content-Range").orElse("").startsWith("bytes " + from + "-");
    }

    /** Returns a mark that changes whenever a byte does: a strong ETag, or nothing (RFC 9110, section 13.1.5). */
    private static Optional<String> version(HttpHeaders headers) {
        return headers.firstValue("ETag").filter(tag -> tag.startsWith("\""));
    }

    private static TransferException refused(int status, HttpHeaders headers) {
        String reason = "it answered with HTTP status " + status;
        if (status == 408 || status == 429 || status >= 500) {
            long seconds = headers.firstValue("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,9}"))
                    .map(Long::parseLong)
                    .orElse(0L);
            return seconds > 60
                    ? TransferException.permanent(reason + " and wants to be left alone for " + seconds + " seconds")
                    : TransferException.temporary(reason, Duration.ofSeconds(seconds));
        }
        return TransferException.permanent(reason);
    }

    private void checkSize(long total) throws TransferException {
        if (total > request.maxBytes()) {
            throw TransferException.permanent(
                    "it would send " + total + " bytes; expected at most " + request.maxBytes());
        }
        if (total >= 0
                && request.pin().isPresent()
                && total != request.pin().get().bytes()) {
            throw TransferException.permanent("it would send " + total + " bytes; expected "
                    + request.pin().get().bytes());
        }
    }

    private void receive(TimedBody body, PartFile part, Progress.Step step) throws IOException, InterruptedException {
        Optional<List<ByteBuffer>> piece = next(body);
        while (piece.isPresent()) {
            for (ByteBuffer bytes : piece.get()) {
                int count = bytes.remaining();
                if (part.size() + count > request.maxBytes()) {
                    throw TransferException.permanent("it sent more than " + request.maxBytes() + " bytes");
                }
                part.append(bytes);
                step.advance(count);
            }
            piece = next(body);
        }
    }

    private Optional<List<ByteBuffer>> next(TimedBody body) throws IOException, InterruptedException {
        try {
            return body.next(limits.stall());
        } catch (TransferException e) {
            throw e;
        } catch (IOException e) {
            throw TransferException.temporary("the connection broke (" + e.getMessage() + ")");
        }
    }

    /** Asks the server, and those that it points to. */
    private HttpResponse<TimedBody> open(PartFile part) throws IOException, InterruptedException {
        URI uri = request.uri();
        for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
            checkScheme(uri);
            HttpResponse<TimedBody> response = send(uri, part);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            response.body().close();
            uri = resolve(uri, location.get());
        }
        throw TransferException.permanent("it pointed elsewhere more than " + limits.redirects() + " times");
    }

    private static URI resolve(URI uri, String location) throws TransferException {
        try {
            return uri.resolve(location);
        } catch (IllegalArgumentException e) {
            throw TransferException.permanent("it pointed to '" + location + "', which is no address");
        }
    }

    private void checkScheme(URI uri) throws TransferException {
        String host = String.valueOf(uri.getHost());
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        boolean firstHere = String.valueOf(request.uri().getHost()).equals(host);
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here && firstHere)) {
            throw TransferException.permanent("it pointed to " + uri + "; expected an address that begins with https");
        }
    }

    private HttpResponse<TimedBody> send(URI uri, PartFile part) throws IOException, InterruptedException {
        try {
            return client.send(ask(uri, part), info -> new TimedBody());
        } catch (HttpConnectTimeoutException e) {
            throw TransferException.permanent("no connection came about");
        } catch (HttpTimeoutException e) {
            throw TransferException.temporary(
                    "no answer came for " + limits.stall().toSeconds() + " seconds");
        } catch (ConnectException e) {
            throw TransferException.permanent("it cannot be reached");
        } catch (SSLException e) {
            throw TransferException.permanent("no secure connection came about (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw TransferException.temporary("the connection broke (" + e.getMessage() + ")");
        }
    }

    private HttpRequest ask(URI uri, PartFile part) {
        HttpRequest.Builder ask =
                HttpRequest.newBuilder(uri).timeout(limits.stall()).header("User-Agent", "taagem");
        if (uri.getScheme().equals(request.uri().getScheme())
                && uri.getRawAuthority().equals(request.uri().getRawAuthority())) {
            request.headers().forEach(ask::header);
        }
        if (part.size() > 0 && part.version().isPresent()) {
            ask.header("Range", "bytes=" + part.size() + "-");
            ask.header("If-Range", part.version().get());
        }
        return ask.build();
    }
}
