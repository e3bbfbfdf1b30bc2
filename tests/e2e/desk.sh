# A desktop of its own for one scenario: display, session bus, window manager, home directory.
# Not here: what is done on it (`steps.sh`, `scenarios/`). Sourced by `run`.

# Ends early enough for a person to notice, and late enough for a loaded machine.
DESK_PATIENCE=20

# Waits until a command succeeds: `until_ok SECONDS COMMAND…`.
until_ok() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.05
  done
}

# What is missing on this machine, one line each, with the Debian package that has it.
desk_missing() {
  local pair libraries
  for pair in Xvfb:xvfb openbox:openbox xdotool:xdotool import:imagemagick xclip:xclip dbus-daemon:dbus \
    gdbus:libglib2.0-bin; do
    command -v "${pair%%:*}" >/dev/null || echo "${pair%%:*} (package ${pair##*:})"
  done
  for pair in org.a11y.Bus:at-spi2-core org.freedesktop.portal.Desktop:xdg-desktop-portal \
    org.freedesktop.impl.portal.desktop.gtk:xdg-desktop-portal-gtk; do
    [ -e "/usr/share/dbus-1/services/${pair%%:*}.service" ] || echo "${pair%%:*} (package ${pair##*:})"
  done
  /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
    echo "AT-SPI for /usr/bin/python3 (packages python3-gi gir1.2-atspi-2.0)"
  # The program opens these at run time, so nothing tells at its start that they are missing.
  libraries=$(/sbin/ldconfig -p)
  for pair in libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon-x11.so.0:libxkbcommon-x11-0 libXcursor.so.1:libxcursor1 \
    libXi.so.6:libxi6 libXrandr.so.2:libxrandr2 libX11-xcb.so.1:libx11-xcb1; do
    [[ $libraries == *"${pair%%:*} "* ]] || echo "${pair%%:*} (package ${pair##*:})"
  done
}

# Starts a process whose first line on descriptor 6 says that it is ready, and what it is called.
# `desk_start VARIABLE LOG COMMAND…` puts that line into VARIABLE.
desk_start() {
  local variable=$1 log=$DESK/$2.log pipe=$DESK/$2.ready
  shift 2
  rm -f "$pipe"
  mkfifo "$pipe"
  "$@" 6>"$pipe" </dev/null >"$log" 2>&1 &
  DESK_PIDS+=($!)
  read -r -t "$DESK_PATIENCE" "${variable?}" <"$pipe" || { cat "$log" >&2; return 1; }
}

# The bus gives its services the environment it was started with, so home and display come before it.
desk_up() {
  DESK=$(mktemp -d "${TMPDIR:-/tmp}/upgrade-desk-e2e.XXXXXX")
  DESK_PIDS=()
  trap desk_down EXIT
  trap 'exit 130' INT TERM
  mkdir "$DESK"/{home,runtime,config,data,state,cache,files}
  chmod 700 "$DESK/runtime"
  # Nothing may depend on where the run was called, and GTK's dialogs list that folder among the places.
  cd "$DESK/files" || return 1
  export HOME=$DESK/home XDG_RUNTIME_DIR=$DESK/runtime XDG_CONFIG_HOME=$DESK/config XDG_DATA_HOME=$DESK/data \
    XDG_STATE_HOME=$DESK/state XDG_CACHE_HOME=$DESK/cache
  # Everything started from here on carries this mark, which is how the clean-up knows its own.
  export UPGRADE_DESK_E2E=$DESK
  export LANG=C.UTF-8 LC_ALL=C.UTF-8 TZ=UTC GTK_THEME=Adwaita LIBGL_ALWAYS_SOFTWARE=1 NO_COLOR=1
  unset WAYLAND_DISPLAY WAYLAND_SOCKET XDG_CURRENT_DESKTOP XDG_SESSION_TYPE GTK_MODULES NO_AT_BRIDGE XMODIFIERS \
    GTK_IM_MODULE LANGUAGE AT_SPI_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS
  # Portals since 1.18 ask for the backend by name.
  mkdir "$DESK/config/xdg-desktop-portal"
  printf '[preferred]\ndefault=gtk\n' >"$DESK/config/xdg-desktop-portal/portals.conf"

  local attempt
  for attempt in 1 2 3; do
    desk_services && return 0
    # A loaded machine can miss a start, which says nothing about the program: told, and begun anew.
    echo "the desktop's start, attempt $attempt: $DESK_STEP did not come up" >&2
    tail -n 5 "$DESK"/*.log >&2
    desk_end_processes
    DESK_PIDS=()
  done
  return 1
}

# What a desktop consists of, one after the other; DESK_STEP names the one under way.
desk_services() {
  local display address
  DESK_STEP="the display"
  unset DISPLAY DBUS_SESSION_BUS_ADDRESS
  desk_start display xvfb Xvfb -displayfd 6 -screen 0 1440x960x24 -nolisten tcp || return 1
  export DISPLAY=:$display
  DESK_STEP="the session bus"
  desk_start address bus dbus-daemon --session --nofork --nopidfile --print-address=6 || return 1
  export DBUS_SESSION_BUS_ADDRESS=$address
  DESK_STEP="the window manager"
  # Without a window manager GTK's dialogs never get the keyboard.
  openbox </dev/null >"$DESK/openbox.log" 2>&1 &
  DESK_PIDS+=($!)
  until_ok "$DESK_PATIENCE" xdotool get_desktop || return 1
  DESK_STEP="the accessibility bus"
  gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
    --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled '<true>' >/dev/null
}

# The ids of all processes that carry the mark of this desk. The shell that asks exported the mark but was not started
# with it, so it is never among them.
desk_processes() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ#/proc/}
    pid=${pid%/environ}
    grep -qzxF "UPGRADE_DESK_E2E=$DESK" "$environ" 2>/dev/null && echo "$pid"
  done
  return 0
}

desk_is_empty() {
  [ -z "$(desk_processes)" ]
}

# Asks everything that carries the mark to end, and makes what does not.
desk_end_processes() {
  local pid
  [ -z "${DESK_PIDS[*]:-}" ] || kill "${DESK_PIDS[@]}"
  for pid in $(desk_processes); do kill "$pid"; done
  until_ok 2 desk_is_empty || for pid in $(desk_processes); do kill -KILL "$pid"; done
  wait
} 2>/dev/null

desk_down() {
  local status=$?
  trap - EXIT INT TERM
  # Bash reports processes that went away on their own in the meantime, which is no news here.
  exec 2>/dev/null
  desk_end_processes
  # The document portal mounts its folder here, where a mount can be had.
  mountpoint -q "$DESK/runtime/doc" && fusermount3 -u "$DESK/runtime/doc"
  cd / && rm -rf "$DESK"
  exit "$status"
}
