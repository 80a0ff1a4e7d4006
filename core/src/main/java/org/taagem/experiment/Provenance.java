package org.taagem.experiment;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * How a model was made.
 *
 * @param taagemVersion version of the program
 * @param gitCommit commit that it was built from, or {@code unknown}
 * @param config the effective configuration, key by key, each value as text
 */
public record Provenance(String taagemVersion, String gitCommit, Map<String, String> config) {
    public Provenance {
        config = new LinkedHashMap<>(config); // in order
    }

    /**
     * Describes how a model is made.
     *
     * @param taagemVersion version of the program
     * @param gitCommit commit that it was built from, or {@code unknown}
     * @param config the effective configuration
     * @return the description
     */
    public static Provenance of(String taagemVersion, String gitCommit, Map<String, Object> config) {
        Map<String, String> texts = new LinkedHashMap<>();
        config.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return new Provenance(taagemVersion, gitCommit, texts);
    }

    /** Writes the state of this. */
    void save(StateWriter out) throws IOException {
        out.writeText("taagem_version", taagemVersion);
        out.writeText("git_commit", gitCommit);
        out.writeInt("config", config.size());
        for (Map.Entry<String, String> entry : config.entrySet()) {
            out.writeText("key", entry.getKey());
            out.writeText("value", entry.getValue());
        }
    }

    static Provenance restore(StateReader in) throws IOException {
        String version = in.readText("taagem_version");
        String commit = in.readText("git_commit");
        int count = in.readInt("config", 0, Integer.MAX_VALUE);
        Map<String, String> config = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            config.put(in.readText("key"), in.readText("value"));
        }
        return new Provenance(version, commit, config);
    }
}
