package org.taagem.report;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;

/**
 * Line breaks and spaces of {@code run.json}: a line for every key, but one line for every list of numbers and for every
 * object inside an element of a list, so that an evaluation fits on a screen.
 */
final class JsonLayout implements DefaultPrettyPrinter.Indenter {
    private static final DefaultIndenter NEW_LINE = new DefaultIndenter("  ", "\n");

    /** Makes a printer of this layout. */
    static DefaultPrettyPrinter printer() {
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(new JsonLayout());
    }

    @Override
    public void writeIndentation(JsonGenerator generator, int level) throws IOException {
        JsonStreamContext holder = generator.getOutputContext().getParent();
        if (holder != null && holder.getParent() != null && holder.getParent().inArray()) {
            generator.writeRaw(' ');
        } else {
            NEW_LINE.writeIndentation(generator, level);
        }
    }

    @Override
    public boolean isInline() {
        return false;
    }
}
