package org.taagem.mlflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.taagem.mlflow.MlflowException.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class RestCallsTest {
    @Test
    void text_serverThatStopsInTheMiddleOfItsAnswer_isGivenUpInTime() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> half = CompletableFuture.supplyAsync(() -> answerHalf(server));
            RestCalls calls = new RestCalls(
                    TrackingServer.of("test", "http://127.0.0.1:" + server.getLocalPort(), Map.of()),
                    Duration.ofSeconds(1));
            MlflowException late = assertTimeout(
                    Duration.ofSeconds(20), () -> assertThrows(MlflowException.class, () -> calls.text("/version")));
            assertEquals(Kind.UNANSWERED, late.kind());
            assertEquals(
                    "the MLflow server at http://127.0.0.1:" + server.getLocalPort() + " does not answer in time",
                    late.getMessage());
            half.get().close();
        }
    }

    private static Socket answerHalf(ServerSocket server) {
        try {
            Socket socket = server.accept();
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n3.".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
