import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Cuts the built-in part out of MNIST: the first 1,000 training and the first 200 test images of each digit, in the
 * order of the original files, as four gzip IDX files. Started by {@code tools/make-mnist-lite}.
 */
public final class MakeMnistLite {
    private static final int CLASSES = 10;
    private static final int IMAGE_HEADER = 16;
    private static final int LABEL_HEADER = 8;
    private static final int PIXELS = 28 * 28;

    private enum Part {
        TRAIN("train", 1000, "6bbc9ace898e44ae57da46a324031adb", "a25bea736e30d166cdddb491f175f624"),
        TEST("t10k", 200, "2646ac647ad5339dbf082846283269ea", "27ae3e4e09519cfbb04c329615203637");

        private final String imagesName;
        private final String labelsName;
        private final int perClass;
        private final String imagesMd5;
        private final String labelsMd5;

        Part(String prefix, int perClass, String imagesMd5, String labelsMd5) {
            this.imagesName = prefix + "-images-idx3-ubyte";
            this.labelsName = prefix + "-labels-idx1-ubyte";
            this.perClass = perClass;
            this.imagesMd5 = imagesMd5;
            this.labelsMd5 = labelsMd5;
        }
    }

    private MakeMnistLite() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length != 3 || !(args[0].equals("--make") || args[0].equals("--check"))) {
            fail(2, "usage: MakeMnistLite.java --make|--check DATA_FOLDER RESOURCE_FOLDER");
        }
        Map<String, byte[]> made = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            cut(part, Path.of(args[1]), made);
        }
        Path target = Path.of(args[2]).normalize();
        if (args[0].equals("--check")) {
            check(made, target);
        } else {
            write(made, target);
        }
    }

    private static void cut(Part part, Path folder, Map<String, byte[]> made)
            throws IOException, GeneralSecurityException {
        byte[] images = verified(folder.resolve(part.imagesName), part.imagesMd5);
        byte[] labels = verified(folder.resolve(part.labelsName), part.labelsMd5);
        int count = CLASSES * part.perClass;
        ByteBuffer liteImages = ByteBuffer.allocate(IMAGE_HEADER + count * PIXELS);
        ByteBuffer liteLabels = ByteBuffer.allocate(LABEL_HEADER + count);
        liteImages.put(images, 0, IMAGE_HEADER).putInt(4, count);
        liteLabels.put(labels, 0, LABEL_HEADER).putInt(4, count);
        int[] taken = new int[CLASSES];
        for (int i = 0; i < labels.length - LABEL_HEADER; i++) {
            byte label = labels[LABEL_HEADER + i];
            if (taken[label]++ < part.perClass) {
                liteImages.put(images, IMAGE_HEADER + i * PIXELS, PIXELS);
                liteLabels.put(label);
            }
        }
        made.put(part.imagesName, liteImages.array());
        made.put(part.labelsName, liteLabels.array());
    }

    private static byte[] verified(Path file, String md5) throws IOException, GeneralSecurityException {
        if (!Files.isRegularFile(file)) {
            fail(1, file + " is not there; expected the uncompressed IDX file of MNIST");
        }
        byte[] content = Files.readAllBytes(file);
        String got = hash("MD5", content);
        if (!got.equals(md5)) {
            fail(1, file + " has MD5 " + got + "; expected " + md5 + ", that of the published file");
        }
        return content;
    }

    private static void write(Map<String, byte[]> made, Path target) throws IOException, GeneralSecurityException {
        Files.createDirectories(target);
        for (Map.Entry<String, byte[]> entry : made.entrySet()) {
            Path file = target.resolve(entry.getKey() + ".gz");
            Path temporary = target.resolve(".making-" + file.getFileName());
            Files.write(temporary, gzip(entry.getValue()));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            System.out.println(file + ": " + Files.size(file) + " bytes; content "
                    + entry.getValue().length + " bytes, SHA-256 " + hash("SHA-256", entry.getValue()));
        }
    }

    private static void check(Map<String, byte[]> made, Path target) throws IOException {
        for (Map.Entry<String, byte[]> entry : made.entrySet()) {
            Path file = target.resolve(entry.getKey() + ".gz");
            if (!Files.isRegularFile(file)) {
                fail(1, file + " is not there; make it with tools/make-mnist-lite");
            }
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                if (!Arrays.equals(in.readAllBytes(), entry.getValue())) {
                    fail(1, file + " differs from what would be made; make it anew with tools/make-mnist-lite");
                }
            }
        }
        System.out.println("The " + made.size() + " files in " + target + " are what would be made.");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new BestGzip(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static String hash(String algorithm, byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }

    private static void fail(int exitCode, String message) {
        System.err.println("make-mnist-lite: " + message);
        System.exit(exitCode);
    }

    /** The JDK's gzip, at its best compression. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
