package org.taagem.datasets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A data set on Kaggle, which sends all of its files in one ZIP archive. Public ones need no account; if the user has a
 * key, it is shown all the same, for Kaggle lets those who show one in when it is busy.
 *
 * @param api the address of the interface, with a slash at the end
 * @param owner who has put it there
 * @param slug its name there
 */
record KaggleDataset(URI api, String owner, String slug) implements DataSource {
    private static final long MOST_BYTES = 1_000_000_000;

    static KaggleDataset named(String owner, String slug) {
        return new KaggleDataset(URI.create("https://www.kaggle.com/api/v1/"), owner, slug);
    }

    @Override
    public String name() {
        return "Kaggle data set " + owner + "/" + slug;
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment)
            throws IOException, InterruptedException {
        Optional<String> key = KaggleKey.find(environment);
        WebRequest request = new WebRequest(
                api.resolve("datasets/download/" + owner + "/" + slug),
                MOST_BYTES,
                Optional.empty(),
                key.map(value -> Map.of("Authorization", value)).orElse(Map.of()));
        Path archive = Files.createDirectory(target.resolve("kaggle")).resolve(slug + ".zip");
        new Downloader(environment.downloads()).download(request, archive, environment.progress());
        new Unpacking(dataset, target, environment.progress()).zip(archive, "");
    }
}
