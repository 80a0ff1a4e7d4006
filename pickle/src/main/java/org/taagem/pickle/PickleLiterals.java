package org.taagem.pickle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The instructions that put a number, a text or bytes on the stack. */
final class PickleLiterals {
    private final PickleInput in;
    private final PickleBudget budget;

    PickleLiterals(PickleInput in, PickleBudget budget) {
        this.in = in;
        this.budget = budget;
    }

    /** Reads what follows an instruction, if it is one of these; null if not, for wrapping every value takes time. */
    @Nullable
    PickleValue read(int instruction) throws IOException {
        return switch (instruction) {
            case 'N' -> PickleValue.None.NONE;
            case 0x88, 0x89 -> PickleValue.Flag.of(instruction == 0x88);
            case 'K' -> PickleValue.Int.of(in.readByte());
            case 'M', 'J', 0x8a, 'L', 'I', 'G', 'F' -> number(instruction);
            case 0x8c -> text(in.readNumber(1));
            case 'X' -> text(in.readNumber(4));
            case 0x8d -> text(in.readNumber(8));
            case 'V' -> oldText();
            case 'U', 'C' -> bytes(in.readNumber(1));
            case 'T', 'B' -> bytes(in.readNumber(4));
            case 0x8e, 0x96 -> bytes(in.readNumber(8));
            default -> null;
        };
    }

    private PickleValue number(int instruction) throws IOException {
        budget.take(PickleBudget.NUMBER);
        return switch (instruction) {
            case 'I' -> oldInteger();
            case 'G', 'F' -> new PickleValue.Real(real(instruction));
            default -> PickleValue.Int.of(integer(instruction));
        };
    }

    private long integer(int instruction) throws IOException {
        return switch (instruction) {
            case 'M' -> in.readNumber(2);
            case 'J' -> (int) in.readNumber(4);
            case 'L' -> parsed(in.readLine(PickleValue.LONGEST_NAME).replaceFirst("L$", ""));
            default -> longInteger();
        };
    }

    private long longInteger() throws IOException {
        int length = in.readByte();
        if (length > Long.BYTES) {
            throw new PickleException("has a number of " + length + " bytes; expected at most " + Long.BYTES);
        }
        int unused = Long.SIZE - Byte.SIZE * length;
        return length == 0 ? 0 : (in.readNumber(length) << unused) >> unused;
    }

    /** Protocols 0 and 1 write truth values as numbers with a leading zero. */
    private PickleValue oldInteger() throws IOException {
        String line = in.readLine(PickleValue.LONGEST_NAME);
        return switch (line) {
            case "00" -> PickleValue.Flag.FALSE;
            case "01" -> PickleValue.Flag.TRUE;
            default -> PickleValue.Int.of(parsed(line));
        };
    }

    private static long parsed(String line) throws PickleException {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new PickleException("has the number '" + PickleObjects.printable(line)
                    + "' in the pickle; expected a whole number of at most 64 bits");
        }
    }

    private double real(int instruction) throws IOException {
        if (instruction == 'G') {
            return Double.longBitsToDouble(Long.reverseBytes(in.readNumber(8)));
        }
        String line = in.readLine(PickleValue.LONGEST_NAME);
        try {
            return switch (line) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(line);
            };
        } catch (NumberFormatException e) {
            throw new PickleException(
                    "has the number '" + PickleObjects.printable(line) + "' in the pickle; expected a decimal number");
        }
    }

    private PickleValue text(long length) throws IOException {
        return new PickleValue.Text(new String(bytes(length).bytes(), StandardCharsets.UTF_8));
    }

    private PickleValue.Bytes bytes(long length) throws IOException {
        in.checkLength(length);
        budget.take(PickleBudget.CONTAINER + length);
        return new PickleValue.Bytes(in.readBytes(length));
    }

    /** Protocols 0 writes a text on a line, in Latin-1, and all else by the number of its UTF-16 unit or code point. */
    private PickleValue oldText() throws IOException {
        String line = in.readLine(Integer.MAX_VALUE);
        budget.take(PickleBudget.CONTAINER + 2L * line.length());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            int digits = line.startsWith("\\u", i) ? 4 : line.startsWith("\\U", i) ? 8 : 0;
            if (digits == 0) {
                text.append(line.charAt(i));
            } else {
                text.appendCodePoint(codePoint(line, i + 2, digits));
                i += digits + 1;
            }
        }
        return new PickleValue.Text(text.toString());
    }

    private static int codePoint(String line, int start, int digits) throws PickleException {
        try {
            int codePoint = Integer.parseInt(line, start, Math.min(start + digits, line.length()), 16);
            if (start + digits <= line.length() && Character.isValidCodePoint(codePoint)) {
                return codePoint;
            }
        } catch (NumberFormatException e) {
            // told below, as one that is too short or too large
        }
        throw new PickleException("has a text with a broken character in the pickle");
    }
}
