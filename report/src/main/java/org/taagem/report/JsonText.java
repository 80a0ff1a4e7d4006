package org.taagem.report;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keys and values as JSON, for people too. */
public final class JsonText {
    private JsonText() {}

    /**
     * Writes an object.
     *
     * @param object texts, numbers, flags, lists and maps of them, by key
     * @return the JSON, on several lines, without a line break at its end
     */
    public static String of(Map<String, Object> object) {
        try {
            return new ObjectMapper().writer(JsonLayout.printer()).writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
