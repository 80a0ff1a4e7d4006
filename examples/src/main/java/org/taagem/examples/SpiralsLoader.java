package org.taagem.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.taagem.data.Dataset;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

/**
 * A data set of one's own: spirals in the plane, wound into each other, one for each class. {@code --dataset spirals:3} has
 * three of them.
 */
public final class SpiralsLoader implements DatasetLoader {
    private static final int POINTS_PER_SPIRAL = 500;
    private static final float NOISE = 0.03f;

    /** Makes the loader, as the program does that finds it on its class path. */
    public SpiralsLoader() {}

    @Override
    public String name() {
        return "spirals";
    }

    @Override
    public String description() {
        return "spirals in the plane: spirals:COUNT";
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public TrainTest load(DatasetRequest request) {
        if (!request.argument().matches("[2-9]")) {
            throw new DatasetRequestException("dataset_name is '" + request.name()
                    + "'; expected spirals:COUNT with 2 to 9 spirals, such as spirals:3");
        }
        int count = Integer.parseInt(request.argument());
        // a generator of its own for each part: a longer training part would leave the test points as they are
        Dataset train = spirals(count, request.seeds().named("spirals"));
        Dataset test = spirals(count, request.seeds().named("spirals to test with"));
        return new TrainTest(request.name(), train, test, count + " spirals, drawn with the seed");
    }

    private static Dataset spirals(int count, RandomGenerator random) {
        List<Sample> samples = new ArrayList<>();
        for (int id = 0; id < count * POINTS_PER_SPIRAL; id++) {
            int spiral = id % count;
            samples.add(new Sample(id, point((double) spiral / count, random), spiral));
        }
        return new Dataset(2, count, Optional.empty(), samples);
    }

    /** StrictMath, so that the points are the same on every JDK. */
    private static FeatureVector point(double turn, RandomGenerator random) {
        double along = random.nextDouble();
        double angle = 2 * StrictMath.PI * (turn + along);
        float x = (float) (along * StrictMath.cos(angle)) + NOISE * (2 * random.nextFloat() - 1);
        float y = (float) (along * StrictMath.sin(angle)) + NOISE * (2 * random.nextFloat() - 1);
        return FeatureVector.of(x, y);
    }
}
