# shellcheck shell=bash
# Sourced by the scripts beside it: builds the benchmarks and chooses a JVM just as the launcher does.

benchmarks=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=${benchmarks%/*}
# What the launcher sets before it calls its own functions.
root=$top state=$top/cli/target/launcher
app=$state/app
# shellcheck source=taagem
. "$top/taagem" # for choose_jdk, check_maven and choose_options

# The launcher's word for what went wrong begins with its own name.
fail() {
  printf 'benchmarks: %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# Builds the quick way, and sets java_command to the JVM with the options that a run of taagem gets.
prepare() {
  local target=$benchmarks/target/quick log=$benchmarks/target/build.log
  choose_jdk javac
  check_maven
  mkdir -p "$benchmarks/target"
  echo 'benchmarks: building' >&2
  (cd "$top" && JAVA_HOME=$java_home mvn -B -q -Dquick -pl benchmarks -am package) >"$log" 2>&1 </dev/null ||
    fail "the build failed; its messages are in $log"
  choose_jdk java
  choose_options train
  # JMH uses memory in a way that Java warns of from 23 on.
  [ "${java_version%%.*}" -lt 23 ] || java_options+=(--sun-misc-unsafe-memory-access=allow)
  # shellcheck disable=SC2034 # for the script that sources this one
  java_command=("$java_home/bin/java" "${java_options[@]}" -cp "$target/taagem-benchmarks.jar:$target/lib/*")
  echo "benchmarks: running on Java $java_version" >&2
}
