package org.taagem.datasets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An archive on a web site, which is known byte for byte.
 *
 * @param uri its address, which ends in {@code .zip} or {@code .tar.gz}
 * @param pin what it must be
 */
record WebArchive(URI uri, Pin pin) implements DataSource {
    static WebArchive at(String uri, Pin pin) {
        return new WebArchive(URI.create(uri), pin);
    }

    @Override
    public String name() {
        return uri.toString();
    }

    @Override
    public Map<String, String> checksums() {
        return Map.of(fileName(), pin.sha256());
    }

    private String fileName() {
        return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment)
            throws IOException, InterruptedException {
        Path archive = Files.createDirectory(target.resolve("web")).resolve(fileName());
        new Downloader(environment.downloads()).download(WebRequest.pinned(uri, pin), archive, environment.progress());
        Unpacking unpacking = new Unpacking(dataset, target, environment.progress());
        if (fileName().endsWith(".zip")) {
            unpacking.zip(archive, "");
        } else {
            unpacking.tar(archive, PackageFormat.TAR_GZ, "");
        }
    }
}
