#!/usr/bin/env bash
# Runs the JMH benchmarks and prints their results as the Markdown tables of docs/performance.md.
#
#   benchmarks/report.sh [JMH options]    e.g. benchmarks/report.sh InsertBenchmark
#
# JMH's own report goes to standard error, its JSON to benchmarks/target/jmh.json.
set -euo pipefail

# shellcheck source=benchmarks/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
prepare
json=$benchmarks/target/jmh.json
"${java_command[@]}" org.openjdk.jmh.Main -rf json -rff "$json" "$@" >&2
lscpu 2>/dev/null | sed -n 's/^Model name: */CPU: /p' || true
echo "Java: $java_version"
"${java_command[@]}" org.taagem.benchmarks.JmhTables "$json"
