package org.taagem.nn;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The kernels that there are, and the choice among them. */
public final class Kernels {
    private Kernels() {}

    /**
     * A kernel, and why it was chosen.
     *
     * @param kernel the kernel
     * @param reason the reason, for people to read; may be empty
     */
    public record Selection(Kernel kernel, String reason) {}

    /**
     * Returns the kernel in plain Java, which runs everywhere.
     *
     * @return the kernel named {@code plain}
     */
    public static Kernel plain() {
        return new PlainKernel();
    }

    /**
     * Finds the kernel that a user wants.
     *
     * <p>To find the fastest, each is tried until it has shown to be faster than the best so far, or for six seconds:
     * HotSpot needs some time to compile it, and on JDK 17 now and then compiles it badly.
     *
     * @param choice which kernel
     * @return the kernel
     * @throws IllegalStateException if it is not to be had
     */
    public static Selection select(KernelChoice choice) {
        if (choice == KernelChoice.PLAIN) {
            return new Selection(plain(), "");
        }
        List<Kernel> found = new ArrayList<>();
        String obstacle = find(found);
        String wanted = choice.name().toLowerCase(Locale.ROOT);
        if (choice == KernelChoice.AUTO) {
            Selection best = new Selection(plain(), obstacle);
            for (Kernel kernel : found) {
                best = KernelTrial.fasterOf(best.kernel(), kernel, KernelTrial.LONGEST_NANOS);
            }
            return best;
        }
        for (Kernel kernel : found) {
            if (kernel.name().equals(wanted)) {
                return new Selection(kernel, "");
            }
        }
        throw new IllegalStateException("kernel is " + wanted + ", which is not to be had: " + obstacle);
    }

    /** Collects the kernels of other modules; returns why there is none, if so. */
    private static String find(List<Kernel> found) {
        Iterator<Kernel> kernels = ServiceLoader.load(Kernel.class).iterator();
        String obstacle = "there is no other kernel on the class path (taagem-simd has one)";
        while (kernels.hasNext()) {
            try {
                found.add(kernels.next());
            } catch (ServiceConfigurationError e) {
                Throwable cause = e.getCause();
                obstacle = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
            }
        }
        return obstacle;
    }
}
