package org.taagem.ui;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs that an address names, as {@code ?run=ID&run=ID}.
 *
 * @param runs their ids, in order
 */
record Query(List<String> runs) {
    private static final String RUN = "run=";

    /** Reads the query of an address; nothing if it is malformed. */
    static Optional<Query> of(URI address) {
        List<String> runs = new ArrayList<>();
        String query = address.getRawQuery();
        if (query == null) {
            return Optional.of(new Query(List.of()));
        }
        for (String part : query.split("&", -1)) {
            if (!part.startsWith(RUN)) {
                return Optional.empty();
            }
            try {
                runs.add(URLDecoder.decode(part.substring(RUN.length()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new Query(List.copyOf(runs)));
    }
}
