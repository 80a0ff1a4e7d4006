package org.taagem.cli;

import java.util.Optional;

import org.taagem.datasets.rows.RowFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a stream of samples. */
final class InputOptions {
    @Option(
            names = "--from",
            paramLabel = "FILE",
            required = true,
            description = "the samples, one per line; - is standard input")
    String from = "-";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv or jsonl (default: by the file's name; csv for standard input)",
            converter = FormatConverter.class)
    Optional<RowFormat> format = Optional.empty();

    @Option(
            names = "--label_column",
            paramLabel = "COLUMN",
            description = "the column of the label: its name, its position from 1 on, first or last (default:"
                    + " ${bundle:default.label_column})")
    Optional<String> labelColumn = Optional.empty();

    @Option(
            names = "--header",
            paramLabel = "WHETHER",
            description =
                    "whether the first line of CSV holds names: true, false or auto, if not all features in it are"
                            + " numbers (default: ${bundle:default.header})")
    Optional<String> header = Optional.empty();

    /** Reads a format as a user writes it. */
    static final class FormatConverter implements ITypeConverter<RowFormat> {
        @Override
        public RowFormat convert(String value) {
            return switch (value) {
                case "csv" -> RowFormat.CSV;
                case "jsonl" -> RowFormat.JSONL;
                default -> throw new TypeConversionException("'" + value + "' is not csv or jsonl");
            };
        }
    }
}
