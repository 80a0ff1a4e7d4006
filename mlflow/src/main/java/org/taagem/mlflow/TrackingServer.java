package org.taagem.mlflow;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.taagem.experiment.ConfigException;

/** Where an MLflow tracking server is, and what it wants to see before it lets somebody in. */
public final class TrackingServer {
    /** The environment variable of the server's address, as MLflow's own clients know it. */
    public static final String VARIABLE = "MLFLOW_TRACKING_URI";

    private static final String USER = "MLFLOW_TRACKING_USERNAME";
    private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD";
    private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";
    private static final String CERTIFICATE = "MLFLOW_TRACKING_SERVER_CERT_PATH";
    private static final String INSECURE = "MLFLOW_TRACKING_INSECURE_TLS";
    private static final int LAST_PORT = 65_535;
    private static final String HIDDEN = "***";
    private static final Pattern HOST_WITH_UNDERSCORE = Pattern.compile("^\\s*https?://[^/]*_");

    private final URI address;
    private final Optional<String> authorization;
    /** What nobody may read, as it is sent and as it was given. */
    private final List<String> secrets;

    private final Optional<Path> certificates;

    private TrackingServer(URI address, Map<String, String> environment) {
        this.address = address;
        authorization = authorization(environment);
        secrets = Stream.concat(
                        authorization.stream().map(value -> value.substring(value.indexOf(' ') + 1)),
                        Stream.of(environment.getOrDefault(PASSWORD, "")))
                .filter(secret -> !secret.isBlank())
                .toList();
        certificates = certificates(environment);
    }

    /**
     * Reads an address, and from the environment what MLflow's own clients take from there:
     * {@code MLFLOW_TRACKING_USERNAME} and {@code MLFLOW_TRACKING_PASSWORD}, or {@code MLFLOW_TRACKING_TOKEN};
     * {@code MLFLOW_TRACKING_SERVER_CERT_PATH} for certificates that Java does not know.
     *
     * @param source what to name if the address is wrong, such as {@code mlflow_tracking_uri}
     * @param address such as {@code http://127.0.0.1:5000}
     * @param environment variables by name
     * @return the server
     * @throws ConfigException if the address is not that of a server or holds a password, or a variable is wrong
     */
    public static TrackingServer of(String source, String address, Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.getOrDefault(INSECURE, ""))) {
            throw new ConfigException(INSECURE + " is true; taagem talks to no server that it cannot know: set "
                    + CERTIFICATE + " to a file with its certificate instead");
        }
        return new TrackingServer(parse(source, address), environment);
    }

    private static URI parse(String source, String address) {
        URI uri;
        try {
            uri = new URI(address.strip());
        } catch (URISyntaxException e) {
            throw notAServer(source, address);
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (address.contains("@")) { // also where Java takes it for a path: a password may hold a slash
            throw new ConfigException(source + " holds a user name; expected an address without one: set " + USER
                    + " and " + PASSWORD + " in the environment");
        }
        if (!web
                || uri.getHost() == null
                || uri.getPort() > LAST_PORT
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw notAServer(source, address);
        }
        String path = String.valueOf(uri.getRawPath()).replaceAll("/+$", "");
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
    }

    private static ConfigException notAServer(String source, String address) {
        return new ConfigException(source + " is '" + withoutSecrets(address)
                + "'; expected the address of a server, such as http://127.0.0.1:5000, where one listens after 'mlflow"
                + " server --port 5000'"
                + (HOST_WITH_UNDERSCORE.matcher(address).find() ? ". Java knows no host whose name has a '_'" : ""));
    }

    /** Whatever may be a name, a password or a token is not told. */
    private static String withoutSecrets(String address) {
        return address.replaceFirst("(?s)^([a-z]+://)?.*@", "$1" + HIDDEN + "@")
                .replaceFirst("(?s)[?#].*", "?" + HIDDEN);
    }

    private static Optional<String> authorization(Map<String, String> environment) {
        String user = environment.getOrDefault(USER, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (!user.isEmpty()) {
            String both = user + ":" + environment.getOrDefault(PASSWORD, "");
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        if (token.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new ConfigException(
                    TOKEN + " holds a letter that no token has, such as the end of a line; expected the token alone");
        }
        return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }

    private static Optional<Path> certificates(Map<String, String> environment) {
        String file = environment.getOrDefault(CERTIFICATE, "");
        try {
            return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
        } catch (InvalidPathException e) {
            throw new ConfigException(CERTIFICATE + " is '" + file + "'; expected a file of certificates (PEM)", e);
        }
    }

    /**
     * Returns where it is.
     *
     * @return an address without a slash at its end, without a user
     */
    public URI address() {
        return address;
    }

    /** Says whether it is talked to over TLS. */
    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    Optional<String> authorization() {
        return authorization;
    }

    Optional<Path> certificates() {
        return certificates;
    }

    /** Returns a text of the server, which may say what it was told, without what is secret. */
    String hideSecrets(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    /** {@inheritDoc} Without what is secret. */
    @Override
    public String toString() {
        return address.toString();
    }
}
