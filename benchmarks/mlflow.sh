#!/usr/bin/env bash
# Runs the same training with and without an MLflow server by turns, and prints what both took. The server is a real one of the
# newest release 3.x, with one process, on this machine.
#
#   benchmarks/mlflow.sh [ROUNDS] [OPTION...]
#
#   ROUNDS   pairs, default 5
#   OPTION   of taagem train; default --config python-parity --seed 1, which takes 25 seconds
set -euo pipefail

top=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case ${1-} in -h | --help) sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" && exit ;; esac
rounds=${1:-5}
shift || true
[ $# -gt 0 ] || set -- --config python-parity --seed 1

mlflow=$("$top/tools/mlflow-server" 3)
dir=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$mlflow" server --backend-store-uri "sqlite:///$dir/mlflow.db" --artifacts-destination "$dir/files" --port "$port" --workers 1 \
  >"$dir/server.log" 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" || true; rm -rf "$dir"' EXIT
for _ in $(seq 120); do
  ! curl -sf "http://127.0.0.1:$port/health" >/dev/null || break
  sleep 1
done

# Trains once and prints the seconds of the whole process and those of the run, as its record has them.
timed() {
  local name=$1 begin end
  shift
  begin=$(date +%s.%N)
  "$top/taagem" train --no_verbose --output_dir "$dir/$name" "$@" >"$dir/$name.log" 2>&1
  end=$(date +%s.%N)
  python3 - "$dir/$name" "$begin" "$end" <<'PYTHON'
import glob, json, sys
folder, begin, end = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
run = json.load(open(glob.glob(folder + "/*/run.json")[0]))
print(end - begin, run["wall_time"])
PYTHON
}

"$top/taagem" train --lite --no_verbose --mlflow "http://127.0.0.1:$port" --output_dir "$dir/warm-up" >/dev/null 2>&1
for round in $(seq "$rounds"); do
  timed "without-$round" "$@" >>"$dir/without"
  timed "with-$round" "$@" --mlflow "http://127.0.0.1:$port" >>"$dir/with"
done
python3 - "$dir" <<'PYTHON'
import statistics, sys
rows = {side: [tuple(map(float, line.split())) for line in open(f"{sys.argv[1]}/{side}")] for side in ("without", "with")}
for index, what in enumerate(("whole process", "the run's own wall time")):
    a, b = (statistics.median(row[index] for row in rows[side]) for side in ("without", "with"))
    print(f"{what}: {a:.2f} s without, {b:.2f} s with MLflow: {100 * (b / a - 1):+.1f} % (medians of {len(rows['with'])})")
PYTHON
