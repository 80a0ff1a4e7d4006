package org.taagem.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several data sets one after the other, as one whose tasks they are; classes of the same number share an output. */
public final class DatasetSequence {
    private DatasetSequence() {}

    /**
     * Puts data sets one after the other. Samples are numbered anew.
     *
     * @param parts the data sets, at least one, all of the same number of features
     * @return data of as many classes as the part with most, with a task for each part
     * @throws DatasetRequestException if numbers of features differ
     */
    public static TrainTest of(List<TrainTest> parts) {
        TrainTest first = parts.get(0);
        List<NativeTask> tasks = new ArrayList<>();
        Map<String, String> sha256 = new LinkedHashMap<>();
        int trainFrom = 0;
        int testFrom = 0;
        for (TrainTest part : parts) {
            checkFeatures(first, part);
            int trainTo = Math.addExact(trainFrom, part.train().size());
            int testTo = Math.addExact(testFrom, part.test().size());
            tasks.add(new NativeTask(part.name(), trainFrom, trainTo, testFrom, testTo));
            part.sha256().forEach((file, sum) -> sha256.put(part.name() + "/" + file, sum));
            trainFrom = trainTo;
            testFrom = testTo;
        }
        return new TrainTest(
                parts.stream().map(TrainTest::name).collect(Collectors.joining(",")),
                joined(parts.stream().map(TrainTest::train).toList()),
                joined(parts.stream().map(TrainTest::test).toList()),
                parts.stream().map(part -> part.name() + ": " + part.source()).collect(Collectors.joining("; ")),
                sha256,
                tasks,
                commonEncoding(parts));
    }

    private static Optional<Encoding> commonEncoding(List<TrainTest> parts) {
        Optional<Encoding> first = parts.get(0).encoding();
        return parts.stream().allMatch(part -> part.encoding().equals(first)) ? first : Optional.empty();
    }

    private static void checkFeatures(TrainTest first, TrainTest part) {
        if (part.train().features() != first.train().features()) {
            throw new DatasetRequestException(
                    "data sets one after the other need the same number of features, but " + first.name() + " has "
                            + features(first.train()) + " and " + part.name() + " has " + features(part.train())
                            + "; leave one out of dataset_name");
        }
    }

    private static String features(Dataset data) {
        return data.features()
                + data.shape().map(shape -> " (" + shape + " pixels)").orElse("");
    }

    private static Dataset joined(List<Dataset> parts) {
        List<Sample> samples = new ArrayList<>();
        for (Dataset part : parts) {
            for (Sample sample : part.samples()) {
                samples.add(new Sample(samples.size(), sample.features(), sample.label()));
            }
        }
        int classes = parts.stream().mapToInt(Dataset::classes).max().orElseThrow();
        HashSet<Optional<ImageShape>> shapes =
                parts.stream().map(Dataset::shape).collect(Collectors.toCollection(HashSet::new));
        Optional<ImageShape> shape = shapes.size() == 1 ? parts.get(0).shape() : Optional.empty();
        return new Dataset(parts.get(0).features(), classes, shape, samples);
    }
}
