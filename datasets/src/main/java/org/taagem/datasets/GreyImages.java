package org.taagem.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/**
 * Collects colour images and turns them grey: brightness as ITU-R BT.601 defines it, 0.299 R + 0.587 G + 0.114 B, in
 * whole numbers and rounded as Python's imaging library (PIL) does it.
 */
final class GreyImages {
    private static final int RED = 19595;
    private static final int GREEN = 38470;
    private static final int BLUE = 7471;
    private static final int HALF = 0x8000;
    private static final int BITS = 16;

    private final DatasetFacts facts;
    private final byte[] grey;
    private final List<Sample> samples = new ArrayList<>();

    GreyImages(DatasetFacts facts) {
        this.facts = facts;
        grey = new byte[facts.shape().pixels()];
    }

    /**
     * Adds an image.
     *
     * @param label its class, which must be one
     * @param bytes unsigned {@code [3][height][width]}: red, green, blue
     * @param offset index of the first
     */
    void add(int label, byte[] bytes, int offset) {
        for (int i = 0; i < grey.length; i++) {
            int red = Byte.toUnsignedInt(bytes[offset + i]);
            int green = Byte.toUnsignedInt(bytes[offset + grey.length + i]);
            int blue = Byte.toUnsignedInt(bytes[offset + 2 * grey.length + i]);
            grey[i] = (byte) ((red * RED + green * GREEN + blue * BLUE + HALF) >> BITS);
        }
        samples.add(new Sample(samples.size(), FeatureVector.ofPixels(grey, 0, grey.length), label));
    }

    Dataset dataset() {
        return new Dataset(grey.length, facts.classes(), Optional.of(facts.shape()), samples);
    }
}
