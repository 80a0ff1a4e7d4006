package org.taagem.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Properties;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Asks the user which run is meant.
 *
 * @param in where the answer comes from
 * @param properties tells in {@code taagem.input_terminal}, which the launcher sets, whether that is a terminal
 */
record RunQuestion(InputStream in, Properties properties) {
    private static final String WANTED = "a run's folder, its run.json, or a .pkl of the Python original";

    /**
     * Returns the answer.
     *
     * @param command what is missing the run
     * @throws ParameterException if there is nobody to ask, or no answer
     */
    String answer(CommandLine command) {
        if (!Boolean.parseBoolean(properties.getProperty("taagem.input_terminal"))) {
            throw missing(command);
        }
        command.getErr().print("Which run (" + WANTED + ")? ");
        command.getErr().flush();
        try {
            String line = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            if (line == null || line.isBlank()) {
                throw missing(command);
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer: " + e.getMessage(), e);
        }
    }

    private static ParameterException missing(CommandLine command) {
        return new ParameterException(command, "no run given; expected " + WANTED);
    }
}
