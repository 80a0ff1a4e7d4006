package org.taagem.mlflow;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.mlflow.MlflowException.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestProblemTest {
    private static final TrackingServer SERVER = TrackingServer.of("uri", "http://host:5000", Map.of());

    private static String message(int status, String body) {
        return String.valueOf(RestProblem.of(SERVER, status, body).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "429, BUSY, true",
        "500, BROKEN, true",
        "503, BROKEN, true",
        "400, INVALID, false",
        "413, INVALID, false",
        "401, REFUSED, false"
    })
    void of_status_tellsWhetherToTryAgain(int status, Kind kind, boolean temporary) {
        MlflowException problem = RestProblem.of(SERVER, status, "");
        assertEquals(kind, problem.kind());
        assertEquals(temporary, problem.isTemporary());
    }

    @Test
    void of_codeInTheBody_isHeeded() {
        assertEquals(
                Kind.MISSING,
                RestProblem.of(SERVER, 404, "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\"}")
                        .kind());
        assertEquals(
                Kind.PRESENT,
                RestProblem.of(SERVER, 400, "{\"error_code\": \"RESOURCE_ALREADY_EXISTS\"}")
                        .kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(sqlite3.IntegrityError) UNIQUE constraint failed: datasets.experiment_id, datasets.name",
                "(psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint 'dataset_pk'",
                "(pymysql.err.IntegrityError) (1062, 'Duplicate entry '1-mnist-ab' for key 'datasets.PRIMARY'')"
            })
    void of_rowThatAnotherRequestHasMade_isTriedAgain(String message) {
        String body = "{\"error_code\": \"BAD_REQUEST\", \"message\": \"" + message + "\"}";
        assertEquals(Kind.RACED, RestProblem.of(SERVER, 400, body).kind());
        assertTrue(RestProblem.of(SERVER, 400, body).isTemporary());
        assertFalse(RestProblem.of(SERVER, 400, body).isUncertain(), "the server has undone it");
        String other = body.replace("BAD_REQUEST", "INVALID_PARAMETER_VALUE");
        assertEquals(Kind.INVALID, RestProblem.of(SERVER, 400, other).kind());
    }

    @Test
    void of_otherComplaintOfTheDatabase_isNotTriedAgain() {
        String body =
                "{\"error_code\": \"BAD_REQUEST\", \"message\": \"(sqlite3.IntegrityError) NOT NULL constraint\"}";
        assertEquals(Kind.INVALID, RestProblem.of(SERVER, 400, body).kind());
    }

    @Test
    void of_statementOfTheDatabase_isLeftOut() {
        assertEquals(
                "the MLflow server at http://host:5000 answers with HTTP 400: (sqlite3.IntegrityError) UNIQUE constraint"
                        + " failed: datasets.experiment_id, datasets.name, datasets.digest",
                message(400, FakeServer.COLLISION));
        assertEquals(
                "the MLflow server at http://host:5000 answers with HTTP 503: (sqlite3.OperationalError) disk is full",
                message(
                        503,
                        "{\"message\": \"(sqlite3.OperationalError) disk is full\\n(Background on this error at: https://\"}"));
    }

    @Test
    void of_noAccess_saysWhatToDo() {
        assertTrue(message(401, "").contains("MLFLOW_TRACKING_USERNAME"));
        assertTrue(message(403, "Invalid Host header - possible DNS rebinding attack detected")
                .endsWith("start it with --allowed-hosts host:5000"));
        assertEquals(
                "the MLflow server at http://host:5000 does not allow this to you (HTTP 403): Permission denied",
                message(403, "{\"error_code\": \"PERMISSION_DENIED\", \"message\": \"Permission\\n denied\"}"));
    }

    @Test
    void of_wrongPassword_doesNotAskForOne() {
        TrackingServer known =
                TrackingServer.of("uri", "http://host:5000", Map.of("MLFLOW_TRACKING_TOKEN", "very secret"));
        String message = String.valueOf(RestProblem.of(known, 401, "").getMessage());
        assertTrue(message.endsWith("or MLFLOW_TRACKING_TOKEN, right?"), message);
    }

    @Test
    void of_serverThatSaysWhatItWasSent_hidesTheToken() {
        TrackingServer known = TrackingServer.of("uri", "http://host:5000", Map.of("MLFLOW_TRACKING_TOKEN", "s3cret"));
        String message = String.valueOf(RestProblem.of(known, 403, "headers: {'Authorization': 'Bearer s3cret'}")
                .getMessage());
        assertTrue(message.endsWith("(HTTP 403): headers: {'Authorization': 'Bearer ***'}"), message);
    }

    @Test
    void of_otherServers_saysSo() {
        assertTrue(message(404, "<h1>Not found</h1>").endsWith("is it one, and is the address right?"));
        assertEquals(
                "the MLflow server at http://host:5000 sends one to another address (HTTP 302): https://host/login; set"
                        + " that one, if it is an MLflow server",
                message(302, "https://host/login"));
    }

    @Test
    void unanswered_tls_tellsWhatIsWrongAndNotToTryAgain() {
        for (String message :
                List.of("Unsupported or unrecognized SSL message", "Unrecognized SSL message, plaintext connection?")) {
            MlflowException plain = RestProblem.unanswered(SERVER, new SSLException(message));
            assertEquals(
                    "the MLflow server at http://host:5000 does not speak TLS: is it http:// in place of https://?",
                    plain.getMessage());
            assertFalse(plain.isTemporary());
        }
        IOException unknown = new SSLHandshakeException("unknown");
        unknown.initCause(new CertificateException("path"));
        assertFalse(RestProblem.unanswered(SERVER, unknown).isTemporary());
        assertTrue(RestProblem.unanswered(SERVER, new SSLHandshakeException("Remote host terminated the handshake"))
                .isTemporary());
        IOException silent = new IOException("HTTP/1.1 header parser received no bytes");
        assertTrue(String.valueOf(RestProblem.unanswered(SERVER, silent).getMessage())
                .endsWith("is it https:// in place of http://?"));
    }

    @Test
    void unanswered_noConnection_tellsWhetherTheNameIsKnown() {
        IOException name = new ConnectException();
        name.initCause(new ConnectException().initCause(new UnresolvedAddressException()));
        assertEquals(
                "the MLflow server at http://host:5000 cannot be found: its host name is unknown",
                RestProblem.unanswered(SERVER, name).getMessage());
        assertEquals(
                "the MLflow server at http://host:5000 does not listen: is it running?",
                RestProblem.unanswered(SERVER, new ConnectException()).getMessage());
    }

    @Test
    void of_longPage_isOneShortLine() {
        String line = message(418, "<html>\n" + "tea ".repeat(1000));
        assertEquals(1, line.lines().count());
        assertTrue(line.length() < 400);
    }
}
