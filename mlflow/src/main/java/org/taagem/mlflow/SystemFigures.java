package org.taagem.mlflow;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** How busy this process is, at the moments when it is asked. */
final class SystemFigures {
    private static final double MEGABYTE = 1e6;

    private long lastStep;
    private long lastNanos = System.nanoTime();

    SystemFigures(long step) {
        lastStep = step;
    }

    /** Returns the share of all processors, the heap in use and the speed since the last time. */
    List<MetricPoint> points(long step, long time) {
        List<MetricPoint> points = new ArrayList<>();
        Runtime runtime = Runtime.getRuntime();
        points.add(new MetricPoint(
                "system/heap_megabytes", (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE, time, step));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            double load = system.getProcessCpuLoad();
            if (load >= 0) {
                points.add(new MetricPoint("system/cpu_utilization_percentage", 100 * load, time, step));
            }
        }
        long now = System.nanoTime();
        if (step > lastStep && now > lastNanos) {
            points.add(new MetricPoint(
                    "system/steps_per_second", 1e9 * (step - lastStep) / (now - lastNanos), time, step));
        }
        lastStep = step;
        lastNanos = now;
        return points;
    }
}
