package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else is delivering a run: two at once would make two runs of it on the server. */
public final class BeingDeliveredException extends IOException {
    private static final long serialVersionUID = 1;

    BeingDeliveredException(Path folder) {
        super("another process is delivering the run in '" + folder + "' to an MLflow server; wait for its end");
    }
}
