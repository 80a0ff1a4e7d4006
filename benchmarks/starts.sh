#!/usr/bin/env bash
# Trains in fresh JVMs, one after the other, and prints how evenly fast they were: a JVM may compile the kernels well or
# badly, and stays with what it has.
#
#   benchmarks/starts.sh [N] [JAVA_HOME...]
#
#   N            starts with each JDK, default 20
#   JAVA_HOME    JDKs to start; without any, the one that the launcher would choose
#
# Each start takes 4,000 steps of 10 + 10 samples on the built-in part of MNIST. What counts is the time of the second half.
set -euo pipefail

top=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
starts=${1:-20}
case $starts in
  -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit 0 ;;
  *[!0-9]* | 0*) echo "starts.sh: the number of starts is $starts; expected a whole number of at least 1" >&2 && exit 2 ;;
esac
[ $# -eq 0 ] || shift
runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT

# Prints the kernel and the seconds of training of the last task of a run; a task's times stand after the evaluations.
tell() {
  awk -F'"' '/"kernel": "(simd|plain)/ { kernel = $4 } /"training_time":/ { split($3, number, /[:, ]+/); time = number[2] }
    END { printf "%s\t%s\n", kernel, time }' "$1"
}

# Prints a line about all starts with a JDK, and those that were slow.
summarize() {
  sort -t$'\t' -k2 -n | awk -F'\t' -v jdk="$1" '{ time[NR] = $2; kernel[$1]++ }
    END { median = time[int((NR + 1) / 2)]
      for (i = 1; i <= NR; i++) slow += time[i] > 1.5 * median
      for (k in kernel) names = names (names ? ", " : "") k " " kernel[k] " times"
      printf "%s: %d starts, %.2f..%.2f s, median %.2f s, %d more than 1.5 times as long; %s\n",
        jdk, NR, time[1], time[NR], median, slow, names }'
}

for jdk in "$@"; do
  [ -x "$jdk/bin/java" ] || { echo "starts.sh: $jdk has no bin/java; expected the folder of a JDK" >&2 && exit 2; }
done
for jdk in "${@:-}"; do
  name=${jdk##*/}
  for start in $(seq "$starts"); do
    # the tested option is the JDK, so a user's own choice must not leak in
    env ${jdk:+JAVA_HOME="$jdk"} "$top/taagem" train --lite --no_verbose --set num_tasks=2 --set num_epochs=4 \
      --set batch_size=10 --output_dir "$runs/$name.$start" >"$runs/log" 2>&1 || { cat "$runs/log" >&2 && exit 1; }
    tell "$runs/$name.$start"/*/run.json
  done >"$runs/all"
  summarize "${name:-java}" <"$runs/all"
done
