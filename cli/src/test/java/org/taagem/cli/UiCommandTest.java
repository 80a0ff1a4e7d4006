package org.taagem.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What keeps it from starting; {@link UiIT} has what it does when it has started. */
class UiCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dir no/such | --dir is 'no/such', where there is no folder; expected that of your runs, which 'taagem train"
                        + " --lite' makes",
                "--dir pom.xml | --dir is 'pom.xml', where there is no folder; expected that of your runs, which 'taagem train"
                        + " --lite' makes",
                "--dir . --port 65536 | --port is 65536; expected 0 to 65535",
                "--dir . --port -1 | --port is -1; expected 0 to 65535",
                "--port x | Invalid value for option '--port': 'x' is not an int (taagem ui -h shows the options)",
                "runs | Unmatched argument at index 1: 'runs' (taagem ui -h shows the options)"
            })
    void ui_wrongUse_isOneLineAndExitCode2(String options, String message) {
        String[] arguments = ("ui " + options).split(" ", -1);
        assertEquals(new CommandRun(2, "", "taagem: " + message + System.lineSeparator()), CommandRun.of(arguments));
    }

    @Test
    void ui_portInUse_failsInOneLine(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertEquals(
                    new CommandRun(
                            1,
                            "",
                            "taagem: cannot listen on port " + port
                                    + " of 127.0.0.1: Address already in use; give another"
                                    + " with --port, or --port 0 for any that is free\n"),
                    CommandRun.of("ui", "--dir", folder.toString(), "--port", port));
        }
    }
}
