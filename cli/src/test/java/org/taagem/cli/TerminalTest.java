package org.taagem.cli;

import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({
        "taagem.terminal=true stderr.encoding=UTF-8, true, true",
        "taagem.terminal=false sun.stderr.encoding=UTF-8, false, true",
        "stderr.encoding=US-ASCII sun.stderr.encoding=UTF-8, false, false",
        "sun.stderr.encoding=ANSI_X3.4-1968, false, false",
        "taagem.terminal=yes stderr.encoding=ISO-8859-1, false, false"
    })
    void of_properties_tellTheTerminal(String settings, boolean interactive, boolean unicode) {
        Properties properties = new Properties();
        for (String setting : settings.split(" ", -1)) {
            properties.setProperty(
                    setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        Terminal terminal = Terminal.of(properties);
        assertEquals(interactive, terminal.interactive());
        assertEquals(unicode, terminal.unicode());
        assertEquals(System.err, terminal.err());
    }
}
