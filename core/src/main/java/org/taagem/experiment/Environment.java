package org.taagem.experiment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.taagem.nn.Kernel;

/**
 * Where and with what a run was made: facts that do not change its numbers. A text that is not known is {@code unknown}.
 *
 * @param taagemVersion version of this program
 * @param gitCommit commit it was built from, or {@code unknown}
 * @param javaVersion version of the Java runtime
 * @param javaVm name and vendor of the virtual machine
 * @param os name, version and architecture of the operating system
 * @param kernel what computed ({@link org.taagem.nn.Kernel#description})
 * @param processors number of processors at hand; absent if it is not known
 * @param startedAt when the run began
 * @param resumedAt when it went on from a checkpoint, each time; all else is as it was the last time
 */
public record Environment(
        String taagemVersion,
        String gitCommit,
        String javaVersion,
        String javaVm,
        String os,
        String kernel,
        OptionalInt processors,
        Instant startedAt,
        List<Instant> resumedAt) {
    /**
     * Describes this machine at this moment.
     *
     * @param taagemVersion version of this program
     * @param gitCommit commit it was built from
     * @param kernel what computes
     * @return the description
     */
    public static Environment here(String taagemVersion, String gitCommit, Kernel kernel) {
        return new Environment(
                taagemVersion,
                gitCommit,
                Runtime.version().toString(),
                System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                kernel.description(),
                OptionalInt.of(Runtime.getRuntime().availableProcessors()),
                Instant.now(),
                List.of());
    }

    /** Describes a run that began in another environment and goes on in this one. */
    Environment after(Environment before) {
        List<Instant> resumed =
                Stream.concat(before.resumedAt.stream(), Stream.of(startedAt)).toList();
        return new Environment(
                taagemVersion, gitCommit, javaVersion, javaVm, os, kernel, processors, before.startedAt, resumed);
    }
}
