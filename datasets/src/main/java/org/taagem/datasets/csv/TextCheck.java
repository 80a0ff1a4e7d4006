package org.taagem.datasets.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Finds where a file ceases to be text, which a reader that reads ahead cannot tell. */
final class TextCheck {
    private static final int BUFFER = 1 << 13;

    private TextCheck() {}

    /** Returns the line, from 1 on, in which the first byte stands that is not UTF-8; the last line if there is none. */
    static long badLine(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long line = 1;
        boolean more = true;
        boolean text = true;
        while (more && text) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            more = read > 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            text = !decoder.decode(bytes, chars, !more).isError();
            bytes.compact();
            line += chars.flip().chars().filter(letter -> letter == '\n').count();
            chars.clear();
        }
        return line;
    }
}
