package org.taagem.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.taagem.experiment.ConfigException;
import org.taagem.nn.KernelChoice;
import org.taagem.nn.Kernels;

/** Finds the kernel on a thread of its own, for its trial takes about as long as reading the data. */
final class KernelSearch {
    private final FutureTask<Kernels.Selection> search;

    private KernelSearch(KernelChoice choice) {
        search = new FutureTask<>(() -> Kernels.select(choice));
    }

    static KernelSearch begin(KernelChoice choice) {
        KernelSearch begun = new KernelSearch(choice);
        if (choice != KernelChoice.AUTO) {
            begun.search.run(); // without a trial there is nothing to wait for, and an error had better come before the
            // data
            return begun;
        }
        Thread thread = new Thread(begun.search, "taagem-kernel");
        thread.setDaemon(true);
        thread.start();
        return begun;
    }

    /**
     * Waits for the kernel.
     *
     * @throws ConfigException if the chosen one is not to be had
     */
    Kernels.Selection result() throws InterruptedException {
        try {
            return search.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalStateException missing) {
                throw new ConfigException(String.valueOf(missing.getMessage()), missing);
            }
            throw new IllegalStateException("choosing the kernel failed", e.getCause());
        }
    }
}
