package org.taagem.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What to do about a line that cannot be used. */
enum BadLine {
    STOP,
    SKIP;

    /** Reads it as a user writes it. */
    static final class Converter implements ITypeConverter<BadLine> {
        @Override
        public BadLine convert(String value) {
            return switch (value) {
                case "stop" -> STOP;
                case "skip" -> SKIP;
                default -> throw new TypeConversionException("'" + value + "' is not stop or skip");
            };
        }
    }
}
