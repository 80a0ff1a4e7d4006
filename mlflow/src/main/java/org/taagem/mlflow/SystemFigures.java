package org.taagem.mlflow;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How busy this process is, at the moments when it is asked. */
final class SystemFigures {
    private static final double MEGABYTE = 1e6;

    private long lastStep;
    private long lastNanos = System.nanoTime();
    /** Processor time of this process; negative where it is not known. */
    private long lastCpu = cpuNanos();

    SystemFigures(long step) {
        lastStep = step;
    }

    /** Returns the share of all processors, the heap in use and the speed since the last time. */
    List<MetricPoint> points(long step, long time) {
        List<MetricPoint> points = new ArrayList<>();
        Runtime runtime = Runtime.getRuntime();
        points.add(new MetricPoint(
                "system/heap_megabytes", (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE, time, step));
        long now = System.nanoTime();
        long cpu = cpuNanos();
        if (lastCpu >= 0 && cpu >= lastCpu && now > lastNanos) {
            double busy = (double) (cpu - lastCpu) / (now - lastNanos);
            points.add(new MetricPoint(
                    "system/cpu_utilization_percentage", 100 * busy / runtime.availableProcessors(), time, step));
        }
        if (step > lastStep && now > lastNanos) {
            points.add(new MetricPoint(
                    "system/steps_per_second", 1e9 * (step - lastStep) / (now - lastNanos), time, step));
        }
        lastStep = step;
        lastNanos = now;
        lastCpu = cpu;
        return points;
    }

    /** The load that the same bean tells takes a hundred times as long to ask for. */
    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }
}
