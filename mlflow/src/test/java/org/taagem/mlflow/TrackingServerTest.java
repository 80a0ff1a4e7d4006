package org.taagem.mlflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.ConfigException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrackingServerTest {
    private static TrackingServer server(String address, Map<String, String> environment) {
        return TrackingServer.of("mlflow_tracking_uri", address, environment);
    }

    private static String refusal(String address, Map<String, String> environment) {
        return String.valueOf(assertThrows(ConfigException.class, () -> server(address, environment))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:5000/, http://127.0.0.1:5000",
        "' https://mlflow.example/team//', https://mlflow.example/team"
    })
    void of_address_losesWhatIsTooMuch(String given, String expected) {
        assertEquals(expected, server(given, Map.of()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:///mlflow.db", "./mlruns", "databricks", "http://", "http://a b", "http://h:65536"})
    void of_noServer_isRefused(String address) {
        assertTrue(refusal(address, Map.of())
                .startsWith("mlflow_tracking_uri is '" + address + "'; expected the address of a server"));
    }

    @Test
    void of_passwordInTheAddress_isRefusedWithoutTellingIt() {
        for (String address : List.of(
                "http://me:secret@host",
                "http://me:sec ret@host",
                "http://me:p@sec@host",
                "http://me:/sec@host",
                "me:secret@host",
                "http:me:secret@host",
                "http://host/?token=secret",
                "http://host/#secret")) {
            String message = refusal(address, Map.of());
            assertFalse(message.contains("sec"), message);
        }
    }

    @Test
    void authorization_userOrToken_isThatOfTheEnvironment() {
        Map<String, String> user = Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "it's");
        assertEquals(
                "Basic bWU6aXQncw==", server("http://h", user).authorization().orElseThrow());
        Map<String, String> token = Map.of("MLFLOW_TRACKING_TOKEN", "t");
        TrackingServer server = server("http://h", token);
        assertEquals("Bearer t", server.authorization().orElseThrow());
        assertEquals("http://h", server.toString());
        assertTrue(server("http://h", Map.of()).authorization().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\r", "secret\n", "secret\u0436", "secret\u00e9"})
    void of_tokenThatCannotBeSent_isRefusedWithoutTellingIt(String token) {
        assertEquals(
                "MLFLOW_TRACKING_TOKEN holds a letter that no token has, such as the end of a line; expected the token"
                        + " alone",
                refusal("http://h", Map.of("MLFLOW_TRACKING_TOKEN", token)));
    }

    @Test
    void of_hostWithUnderscore_tellsWhatIsWrong() {
        assertTrue(
                refusal("http://mlflow_server:5000", Map.of()).endsWith(". Java knows no host whose name has a '_'"));
    }

    @Test
    void hideSecrets_asSentOrAsGiven_hidesThem() {
        Map<String, String> user = Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "it's");
        assertEquals(
                "no: Basic ***, me:***, i", server("http://h", user).hideSecrets("no: Basic bWU6aXQncw==, me:it's, i"));
        assertEquals(
                "Bearer ***",
                server("http://h", Map.of("MLFLOW_TRACKING_TOKEN", "t2")).hideSecrets("Bearer t2"));
        assertEquals("as it is", server("http://h", Map.of()).hideSecrets("as it is"));
    }

    @Test
    void of_certificates_areThoseOfTheEnvironment() {
        Map<String, String> own = Map.of("MLFLOW_TRACKING_SERVER_CERT_PATH", "ca.pem");
        assertEquals(Path.of("ca.pem"), server("https://h", own).certificates().orElseThrow());
        assertTrue(refusal("https://h", Map.of("MLFLOW_TRACKING_INSECURE_TLS", "true"))
                .contains("MLFLOW_TRACKING_SERVER_CERT_PATH"));
    }
}
