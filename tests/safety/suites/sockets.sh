#!/bin/bash
# Runs the window on a desktop of its own under strace, and leaves behind what P judges: the calls that touch the network,
# and the folders that the program wrote to. Not here: the judging (`p_privacy.py`), the desktop (`tests/e2e/desk.sh`).
#
#     tests/safety/suites/sockets.sh BINARY FILE OUT     OUT gets calls, log, home and files
#
# Exit status: 0 it ran, 1 it did not, 3 something is missing on this machine, named on stderr.
set -uo pipefail

HERE=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../e2e")
. "$HERE/desk.sh"
. "$HERE/steps.sh"

[ $# = 3 ] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
BINARY=$(realpath "$1") FILE=$(realpath "$2") OUT=$(realpath "$3")
APP=$(basename "$BINARY")
missing=$(desk_missing; command -v strace >/dev/null || echo "strace (package strace)")
[ -z "$missing" ] || { echo "$missing" >&2; exit 3; }

(
  desk_up || exit 1
  FILES=$DESK/files
  cp "$FILE" "$FILES/portfolio.ron"
  umask 000
  (cd "$FILES" && exec strace -f -y -o "$OUT/calls" -e trace=network "$BINARY" portfolio.ron) \
    </dev/null >"$OUT/log" 2>&1 &
  APP_PID=$!
  DESK_PIDS+=("$APP_PID")
  wait_for label portfolio.ron 30 && close_window 'Upgrade Desk' && wait_exit 0
  status=$?
  # GTK's and the portals' own files lie in other folders of the same home.
  for part in config data state cache files; do
    mkdir "$OUT/$part"
    [ ! -d "$DESK/$part/upgrade-desk" ] || cp -a "$DESK/$part/upgrade-desk" "$OUT/$part/"
  done
  cp -a "$FILES/." "$OUT/files/"
  exit "$status"
)
