package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Debian package that carries the files of a data set. It is fetched with {@code apt-get download} and unpacked, not
 * installed, for which nobody must be root.
 *
 * @param packageName the package, in whatever version the system's package lists have
 * @param folder where it installs the files, an absolute path of Debian's
 */
record DebianPackage(String packageName, String folder) implements DataSource {
    private static final PackageClient APT =
            new PackageClient("apt-get", List.of("download"), "needs Debian and package lists, see apt-get update");

    @Override
    public String name() {
        return "Debian package " + packageName;
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment)
            throws IOException, InterruptedException {
        Path work = Files.createDirectory(target.resolve("apt"));
        Path archive = APT.download(packageName, packageName + "_*.deb", work, environment);
        new Unpacking(dataset, target, environment.progress())
                .tar(archive, PackageFormat.DEB, folder.substring(1) + "/");
    }

    /** Returns the folder of the files on a system where the package is installed. */
    DataSource installed() {
        return new InstalledFolder(Path.of(folder), name());
    }
}
