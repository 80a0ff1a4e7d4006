package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A folder of a web site that has each file of a data set, compressed with gzip.
 *
 * @param base its address, with a slash at the end
 * @param pins what the compressed files must be, by published name; for all of them or for none
 */
record WebFiles(URI base, Map<String, Pin> pins) implements DataSource {
    /** What gzip may add to a file that it cannot make smaller. */
    private static final long GZIP_OVERHEAD = 1 << 16;

    WebFiles {
        pins = Map.copyOf(pins);
    }

    /** A web site of whose compressed files no checksum is needed, for those of the content are known. */
    static WebFiles at(String base) {
        return new WebFiles(URI.create(base), Map.of());
    }

    @Override
    public String name() {
        return base.toString();
    }

    @Override
    public Map<String, String> checksums() {
        return pins.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey() + ".gz", entry -> entry.getValue()
                        .sha256()));
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment)
            throws IOException, InterruptedException {
        Path work = Files.createDirectory(target.resolve("web"));
        Downloader downloader = new Downloader(environment.downloads());
        for (KnownFile file : dataset.files()) {
            String name = file.name() + ".gz";
            Optional<Pin> pin = Optional.ofNullable(pins.get(file.name()));
            long most = pin.map(Pin::bytes).orElse(file.bytes() + GZIP_OVERHEAD);
            Path fetched = work.resolve(name);
            WebRequest request = new WebRequest(base.resolve(name), most, pin, Map.of());
            downloader.download(request, fetched, environment.progress());
            unpack(fetched, file, new KnownFileWriter(target, Progress.NOTHING_SHOWN));
        }
    }

    private void unpack(Path fetched, KnownFile file, KnownFileWriter writer) throws IOException {
        try (InputStream in = Files.newInputStream(fetched)) {
            writer.write(in, file, new KnownFileWriter.Origin(base.toString(), file.name() + ".gz"));
        }
        Files.delete(fetched);
    }
}
