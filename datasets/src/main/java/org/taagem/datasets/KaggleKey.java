package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The user's key for Kaggle: KAGGLE_USERNAME and KAGGLE_KEY, or the file that Kaggle gives out. */
final class KaggleKey {
    private static final int MOST_BYTES = 1 << 16;
    private static final String EXPECTED = "expected {\"username\": \"...\", \"key\": \"...\"}";

    private KaggleKey() {}

    /** Returns what a request is to say of who asks, if the user has a key. */
    static Optional<String> find(Environment environment) throws IOException {
        Optional<String> user = environment.variable("KAGGLE_USERNAME");
        Optional<String> key = environment.variable("KAGGLE_KEY");
        if (user.isPresent() && key.isPresent()) {
            return Optional.of(authorization(user.get(), key.get()));
        }
        if (user.isPresent() || key.isPresent()) {
            throw new SourceUnavailableException("only one of KAGGLE_USERNAME and KAGGLE_KEY is set");
        }
        Path file = environment
                .variable("KAGGLE_CONFIG_DIR")
                .map(Path::of)
                .orElse(environment.home().resolve(".kaggle"))
                .resolve("kaggle.json");
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode json = new ObjectMapper().readTree(in.readNBytes(MOST_BYTES));
            String user = json.path("username").asText();
            String key = json.path("key").asText();
            if (user.isEmpty() || key.isEmpty()) {
                throw new SourceUnavailableException(file + " lacks username or key; " + EXPECTED);
            }
            return authorization(user, key);
        } catch (JsonProcessingException e) {
            throw new SourceUnavailableException(file + " is not JSON; " + EXPECTED, e);
        }
    }

    /** Basic authentication (RFC 7617). */
    private static String authorization(String user, String key) {
        byte[] both = (user + ":" + key).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
