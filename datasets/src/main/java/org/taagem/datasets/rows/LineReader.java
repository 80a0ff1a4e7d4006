package org.taagem.datasets.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8, each as soon as it is complete, and none of more than {@value #LONGEST} bytes.
 *
 * <p>A line ends with a line feed, a carriage return, or both; one that ends with the stream is a line too.
 */
final class LineReader {
    static final int LONGEST = 1 << 24;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int end;
    private long number;
    private boolean tooLong;
    private boolean afterReturn;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the number of the last line, from 1 on. */
    long number() {
        return number;
    }

    /**
     * Returns the next line without its line break, or nothing at the end.
     *
     * @throws BadRowException if the line is too long or not text; the next line can be read all the same
     */
    Optional<String> next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (next < end || fill()) {
            if (skipLineFeed()) {
                continue;
            }
            any = true;
            if (takeUpToLineBreak()) {
                return Optional.of(text());
            }
        }
        return any ? Optional.of(text()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** The second half of a line break belongs to the line that is over; who waits for a line need not wait for it. */
    private boolean skipLineFeed() {
        boolean skip = afterReturn && buffer[next] == '\n';
        afterReturn = false;
        next += skip ? 1 : 0;
        return skip;
    }

    /** Returns whether a line break was found. */
    private boolean takeUpToLineBreak() {
        int at = next;
        while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
            at++;
        }
        if (line.size() + at - next > LONGEST) {
            tooLong = true;
        } else {
            line.write(buffer, next, at - next);
        }
        next = Math.min(end, at + 1);
        afterReturn = at < end && buffer[at] == '\r';
        return at < end;
    }

    private String text() throws BadRowException {
        number++;
        if (tooLong) {
            throw new BadRowException("the line has more than " + LONGEST + " bytes; expected a sample per line");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadRowException("the line is not text in UTF-8");
        }
    }
}
