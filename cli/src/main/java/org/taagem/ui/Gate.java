package org.taagem.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/** Who may ask for what. */
final class Gate {
    /** Enough for the paths of a hundred runs. */
    private static final int LONGEST = 16_384;

    private final Set<String> hosts;

    /**
     * Makes a gate.
     *
     * @param port the server's port
     */
    Gate(int port) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Returns why a request is refused; nothing if it is not. */
    Optional<Answer> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        // a name that somebody else's server resolves to this machine would get around the browser's same-origin policy
        if (!isHere(headers.getOrDefault("Host", List.of()))) {
            return Optional.of(Answer.refusal(
                    Answer.FORBIDDEN, "asked for by another name than this machine's; open http://" + address()));
        }
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.of(Answer.refusal(Answer.METHOD_NOT_ALLOWED, "only GET and HEAD are answered"));
        }
        if (exchange.getRequestURI().toString().length() > LONGEST) {
            return Optional.of(Answer.refusal(
                    Answer.URI_TOO_LONG, "the address is longer than " + LONGEST + " characters; choose fewer runs"));
        }
        return Optional.empty();
    }

    private boolean isHere(List<String> asked) {
        return asked.size() == 1 && hosts.contains(asked.get(0).toLowerCase(Locale.ROOT));
    }

    private String address() {
        return hosts.stream().sorted().findFirst().orElse("") + "/";
    }
}
