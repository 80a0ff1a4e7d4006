package org.taagem.nn;

/** The kernels that there are. */
public final class Kernels {
    private Kernels() {}

    /**
     * Returns the kernel in plain Java, which runs everywhere.
     *
     * @return the kernel named {@code plain}
     */
    public static Kernel plain() {
        return new PlainKernel();
    }
}
