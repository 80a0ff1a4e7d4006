package org.taagem.mlflow;

import java.nio.file.Path;

/** What runs are called on a server. */
final class RunNames {
    private RunNames() {}

    /** Returns the name of a run's folder, which holds its task type and when it began. */
    static String of(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
