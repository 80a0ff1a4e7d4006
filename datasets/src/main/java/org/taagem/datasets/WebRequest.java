package org.taagem.datasets;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A file to be downloaded.
 *
 * @param uri where it is, https; plain http is for servers on this machine
 * @param maxBytes how large it may be
 * @param pin what it must be, if that has been published
 * @param headers what to tell the server; not told to a server that it points to
 */
record WebRequest(URI uri, long maxBytes, Optional<Pin> pin, Map<String, String> headers) {
    WebRequest {
        headers = Map.copyOf(headers);
    }

    /** Asks for a file that is known byte for byte. */
    static WebRequest pinned(URI uri, Pin pin) {
        return new WebRequest(uri, pin.bytes(), Optional.of(pin), Map.of());
    }

    /** Returns the file's name and the server, for messages. */
    String what() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1) + " from " + uri.getHost();
    }
}
