package org.taagem.cli;

import java.util.Arrays;

/** Lets long options be written with either {@code _}, as the Python original does, or {@code -} between their words. */
final class OptionSpelling {
    private OptionSpelling() {}

    /** Returns the arguments with every long option's name written with underscores; values stay as they are. */
    static String[] normalise(String[] args) {
        return Arrays.stream(args).map(OptionSpelling::normalise).toArray(String[]::new);
    }

    private static String normalise(String arg) {
        if (!arg.startsWith("--")) {
            return arg;
        }
        int equals = arg.indexOf('=');
        int end = equals < 0 ? arg.length() : equals;
        return "--" + arg.substring(2, end).replace('-', '_') + arg.substring(end);
    }
}
