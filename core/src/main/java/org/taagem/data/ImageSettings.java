package org.taagem.data;

import java.util.Optional;

/**
 * How images are read.
 *
 * @param size height and width that images are resized to; if absent, all must have the same
 * @param mode their colours
 * @param classes number of classes of a format that does not tell; if absent, the largest label and one
 */
public record ImageSettings(Optional<ImageShape> size, Mode mode, Optional<Integer> classes) {
    /** Images have one size and become grey. */
    public static final ImageSettings DEFAULTS = new ImageSettings(Optional.empty(), Mode.GREY, Optional.empty());

    /** The colours of images. */
    public enum Mode {
        /** One channel: the luma of ITU-R BT.601, 0.299 red + 0.587 green + 0.114 blue. */
        GREY,
        /** Three channels: red, green, blue. */
        RGB
    }
}
