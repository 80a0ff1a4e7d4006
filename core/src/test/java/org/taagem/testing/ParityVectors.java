package org.taagem.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Inputs and outputs that were exported from the Python original. */
public final class ParityVectors {
    private ParityVectors() {}

    public static JsonNode read(String file) {
        try (InputStream stream = ParityVectors.class.getResourceAsStream("/parity/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no test resource parity/" + file);
            }
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read parity/" + file, e);
        }
    }

    public static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).doubleValue();
        }
        return values;
    }
}
