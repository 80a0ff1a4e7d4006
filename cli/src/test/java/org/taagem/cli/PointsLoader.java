package org.taagem.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.taagem.data.Dataset;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

/** A user's loader: as many points of the plane as the argument says, of class 1 where they are right of the middle. */
public final class PointsLoader implements DatasetLoader {
    @Override
    public String name() {
        return "points";
    }

    @Override
    public String description() {
        return "points of the plane: points:COUNT";
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public TrainTest load(DatasetRequest request) {
        if (!request.argument().matches("[1-9]\\d{0,4}")) {
            throw new DatasetRequestException(
                    "dataset_name is '" + request.name() + "'; expected points:COUNT, such as points:100");
        }
        int count = Integer.parseInt(request.argument());
        RandomGenerator random = request.seeds().named("points");
        return new TrainTest(request.name(), points(count, random), points(100, random), "drawn");
    }

    private static Dataset points(int count, RandomGenerator random) {
        List<Sample> samples = IntStream.range(0, count)
                .mapToObj(id -> {
                    float x = random.nextFloat();
                    return new Sample(id, FeatureVector.of(x, random.nextFloat()), x > 0.5f ? 1 : 0);
                })
                .toList();
        return new Dataset(2, 2, Optional.empty(), samples);
    }
}
