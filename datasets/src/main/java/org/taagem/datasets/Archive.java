package org.taagem.datasets;

import java.io.IOException;

/**
 * An archive that is not trusted: only files that are known are taken out of it, plain or compressed with gzip, under
 * their known names and of their known sizes. No name in it is ever used as a path.
 */
interface Archive {
    /**
     * Writes what is wanted and there, and takes it off the list of what is wanted.
     *
     * @param wanted the files
     * @param writer writes them
     * @throws SourceUnavailableException if the archive is damaged or a file has not its known size
     * @throws IOException if a file cannot be written
     */
    void unpack(WantedFiles wanted, KnownFileWriter writer) throws IOException;
}
