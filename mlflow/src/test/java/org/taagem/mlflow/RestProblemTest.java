package org.taagem.mlflow;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.mlflow.MlflowException.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        "400, REFUSED, false",
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
    void of_longPage_isOneShortLine() {
        String line = message(418, "<html>\n" + "tea ".repeat(1000));
        assertEquals(1, line.lines().count());
        assertTrue(line.length() < 400);
    }
}
