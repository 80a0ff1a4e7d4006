package org.taagem.datasets;

import java.util.Optional;

/**
 * How a file compares with the published one.
 *
 * @param name its published name
 * @param sha256 SHA-256 of its content, decompressed
 * @param state what came out
 * @param problem what is wrong with it, if something is
 */
public record FileCheck(String name, String sha256, State state, Optional<String> problem) {
    /** What can come out. */
    public enum State {
        /** It is as published. */
        VERIFIED,
        /** It differs from the published file. */
        DIFFERENT,
        /** Nobody has published what it should be. */
        UNKNOWN
    }
}
