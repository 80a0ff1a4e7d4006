package org.taagem.ui;

import java.nio.charset.StandardCharsets;

/** What the server says to a request. */
final class Answer {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int URI_TOO_LONG = 414;
    static final int FAILED = 500;

    /** Nothing is fetched from elsewhere, and nothing but our own scripts runs. */
    private static final String OWN_SCRIPTS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final int status;
    private final String type;
    private final String policy;
    private final byte[] body;

    private Answer(int status, String type, String policy, byte[] body) {
        this.status = status;
        this.type = type;
        this.policy = policy;
        this.body = body;
    }

    /** Of a page, or of what a page is made of, that fetches what it needs from this server. */
    static Answer asset(String type, byte[] body) {
        return new Answer(OK, type, OWN_SCRIPTS, body);
    }

    /** A page that holds all it needs; its own policy, in its head, forbids everything else. */
    static Answer wholePage(byte[] html) {
        return new Answer(
                OK, "text/html; charset=utf-8", "base-uri 'none'; form-action 'none'; frame-ancestors 'none'", html);
    }

    static Answer json(byte[] body) {
        return new Answer(OK, "application/json", NOTHING, body);
    }

    /** Says why there is nothing else, in one line; as plain text, so that no name of a file is ever taken for HTML. */
    static Answer refusal(int status, String line) {
        return new Answer(status, "text/plain; charset=utf-8", NOTHING, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the status code of HTTP. */
    int status() {
        return status;
    }

    /** Returns the media type of the body. */
    String type() {
        return type;
    }

    /** Returns the Content-Security-Policy of the body. */
    String policy() {
        return policy;
    }

    /** Returns the body, which nobody is to change. */
    byte[] body() {
        return body;
    }
}
