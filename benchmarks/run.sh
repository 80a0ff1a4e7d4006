#!/usr/bin/env bash
# Builds the benchmarks and runs them, on the JDK and with the JVM options that the launcher would choose.
#
#   benchmarks/run.sh [JMH options]    e.g. benchmarks/run.sh StepBenchmark -p referenceSize=256
#   benchmarks/run.sh -h               JMH's options
set -euo pipefail

# shellcheck source=benchmarks/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
prepare
exec "${java_command[@]}" org.openjdk.jmh.Main "$@"
