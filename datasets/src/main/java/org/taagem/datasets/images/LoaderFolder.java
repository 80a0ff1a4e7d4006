package org.taagem.datasets.images;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.taagem.data.CellException;
import org.taagem.data.DataFileException;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;

/** The folder that the argument of a loader names. */
final class LoaderFolder {
    private LoaderFolder() {}

    /**
     * Returns the folder.
     *
     * @throws DatasetRequestException if the argument is missing or no path
     * @throws DataFileException if it is no folder
     */
    static Path of(DatasetRequest request, String expected) throws DataFileException {
        if (request.argument().isBlank()) {
            throw new DatasetRequestException("dataset_name is '" + request.name() + "'; expected " + expected);
        }
        try {
            return existing(Path.of(request.argument()));
        } catch (InvalidPathException e) {
            throw new DatasetRequestException("dataset_name is " + CellException.shown(request.name())
                    + "; expected the path of a folder (" + e.getReason() + ")");
        }
    }

    static Path existing(Path folder) throws DataFileException {
        if (!Files.isDirectory(folder)) {
            throw new DataFileException(
                    folder.toString(),
                    Files.exists(folder) ? "is a file; expected a folder" : "does not exist",
                    "Check the name and the folder");
        }
        return folder;
    }
}
