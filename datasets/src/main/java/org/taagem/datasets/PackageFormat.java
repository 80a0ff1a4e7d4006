package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** How the files of a package are packed. In the end, it is a tar archive. */
enum PackageFormat {
    /** A tar archive compressed with gzip, as npm and most web sites have it. */
    TAR_GZ {
        @Override
        InputStream tar(InputStream in) throws IOException {
            return new GZIPInputStream(in, BUFFER_BYTES);
        }
    },

    /** A Debian package: an ar archive with a compressed tar archive of the files to install. */
    DEB {
        @Override
        InputStream tar(InputStream in) throws IOException {
            ArArchiveInputStream members = new ArArchiveInputStream(in);
            Optional<ArArchiveEntry> member = Optional.ofNullable(members.getNextEntry());
            while (member.isPresent() && !member.get().getName().startsWith(DEB_CONTENT)) {
                member = Optional.ofNullable(members.getNextEntry());
            }
            String name = member.orElseThrow(() -> new IOException("it holds no " + DEB_CONTENT))
                    .getName();
            return switch (name.substring(DEB_CONTENT.length())) {
                case "" -> members;
                case ".gz" -> new GZIPInputStream(members, BUFFER_BYTES);
                case ".xz" -> new XZInputStream(members, XZ_MEMORY_KIB);
                default -> throw new IOException("its " + name + " is neither gzip nor xz");
            };
        }
    };

    private static final String DEB_CONTENT = "data.tar";
    private static final int BUFFER_BYTES = 1 << 16;

    /** The strongest preset of xz needs 65 MiB; a header that asks for more is not worth having. */
    private static final int XZ_MEMORY_KIB = 1 << 17;

    /**
     * Opens the tar archive.
     *
     * @param in the package
     * @return the archive, decompressed while it is read
     * @throws IOException if the package cannot be read, or is not of this kind
     */
    abstract InputStream tar(InputStream in) throws IOException;
}
