#!/usr/bin/env bash
# Runs the same training steps in taagem and in PyTorch by turns, and a whole short run in both, and prints what they took.
#
#   benchmarks/compare.sh [--rounds N] [--threads LIST] [--python PYTHON] [steps] [run]
#
#   steps    one A-GEM step with 10 and with 256 samples from memory; parameters must agree to 1e-4 (default: both parts)
#   run      two tasks of the built-in part of MNIST, five epochs each, with evaluation, from start to end
#   N        rounds that count, default 7
#   LIST     numbers of threads to give PyTorch, default 1,2; with two it is very slow while another program wants a core
#   PYTHON   a Python that has torch; without it, torch is installed into benchmarks/target/venv, from the package index
#            that pip is set up for. On Linux that is a download of 3 GB and takes 6 GB of disk, since the index has only the build
#            for graphics cards, of which nothing but the processor's part is used here.
set -euo pipefail

# shellcheck source=benchmarks/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
}

torch_version=2.15.0
rounds=7 threads=1,2 python='' parts=()
while [ $# -gt 0 ]; do
  case $1 in
    --rounds | --threads | --python)
      [ $# -gt 1 ] || fail "$1 needs a value; compare.sh -h says which"
      case $1 in --rounds) rounds=$2 ;; --threads) threads=$2 ;; *) python=$2 ;; esac
      shift ;;
    steps | run) parts+=("$1") ;;
    -h | --help) usage && exit 0 ;;
    *) echo "compare.sh: $1 is no option or part" >&2 && usage >&2 && exit 2 ;;
  esac
  shift
done
case $rounds in '' | *[!0-9]* | 0*) fail "--rounds is '$rounds'; expected a whole number of at least 1" ;; esac
case ,$threads, in *[!0-9,]* | *,0* | *,,*) fail "--threads is '$threads'; expected whole numbers of at least 1, such as 1,2" ;; esac
[ ${#parts[@]} -gt 0 ] || parts=(steps run)

# Sets python to one that has torch.
find_torch() {
  local venv=$benchmarks/target/venv log=$benchmarks/target/torch.log
  if [ -z "$python" ]; then
    python=$venv/bin/python
    if ! "$python" -c "import torch; assert torch.__version__.split('+')[0] == '$torch_version'" 2>/dev/null; then
      type -P python3 >/dev/null || fail 'there is no python3, which PyTorch needs; install it, or give one with --python'
      echo "benchmarks: installing torch $torch_version into $venv; 3 GB to fetch, once" >&2
      mkdir -p "$benchmarks/target"
      python3 -m venv "$venv" >"$log" 2>&1 || fail "python3 -m venv failed (Debian: apt install python3-venv); see $log"
      "$python" -m pip install --disable-pip-version-check "torch==$torch_version" >"$log" 2>&1 ||
        fail "pip could not install torch $torch_version; is there a network? See $log, or give a Python with --python"
    fi
  fi
  "$python" -c 'import torch' 2>/dev/null || fail "$python cannot import torch"
}

find_torch
prepare
lscpu 2>/dev/null | sed -n 's/^Model name: */CPU: /p' || true
for part in "${parts[@]}"; do
  case $part in
    steps) "${java_command[@]}" org.taagem.benchmarks.compare.CompareSteps "$benchmarks" "$python" "$rounds" "$threads" ;;
    run) "${java_command[@]}" org.taagem.benchmarks.compare.CompareRuns "$benchmarks" "$python" "$rounds" "$threads" ;;
  esac
done
