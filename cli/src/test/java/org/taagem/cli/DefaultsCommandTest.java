package org.taagem.cli;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DefaultsCommandTest {
    @Test
    void help_ofDefaults_saysWhatItPrints() {
        assertEquals(new CommandRun(0, """
                        Usage: taagem defaults [-hV]
                        Prints every configuration key with its default, as a file for --config.
                          -h, --help      Show this help message and exit.
                          -V, --version   Print version information and exit.
                        """, ""), CommandRun.of("defaults", "-h"));
    }

    @Test
    void defaults_run_printsTheFile() {
        assertEquals(new CommandRun(0, ConfigFiles.defaultsText(), ""), CommandRun.of("defaults"));
    }
}
