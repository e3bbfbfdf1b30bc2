# Where the desktop has no file dialog, the path is typed into the program's own window.

# The program's own search path, so that it finds no zenity where that is installed.
mkdir "$DESK/bin"

# A portal that cannot be started: the bus finds this file before the system's own.
services=$DESK/data/dbus-1/services
mkdir -p "$services"
printf '[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=/bin/false\n' >"$services/org.freedesktop.portal.Desktop.service"
check "the desktop loses its portal" gdbus call --session --dest org.freedesktop.DBus \
  --object-path /org/freedesktop/DBus --method org.freedesktop.DBus.ReloadConfig
check "the portal does not start" not gdbus call --session --dest org.freedesktop.portal.Desktop \
  --object-path /org/freedesktop/portal/desktop --method org.freedesktop.DBus.Peer.Ping

start_app_without_zenity() {
  PATH=$DESK/bin start_app "$@"
}

start_app_without_zenity
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
check "Save as is chosen by key" keys ctrl+shift+s
check "the field for the path is there" wait_for entry 'Path of the file'
check "it says what to do" wait_for label 'Type the whole path of the file'
check "the field has the keyboard" wait_state entry 'Path of the file' focused
check "an empty path cannot be confirmed" wait_state button 'Go on' '!enabled'
shot path
check "it is left by Escape" keys Escape
check "the field is gone" wait_gone entry 'Path of the file'
check "Save as can be chosen again" menu File 'Save as…'
check "the field is there again" wait_state entry 'Path of the file' focused
check "a path in a folder that is not there is typed" type_text "$FILES/nowhere/x.ron"
check "it is confirmed by Enter" keys Return
check "it says that it could not be written" wait_for '*' '/^The file could not be written: /'
shot not-written
check "it is tried again" keys ctrl+shift+s
check "the field is there once more" wait_state entry 'Path of the file' focused
check "a path is typed" type_text "$FILES/typed"
check "the path is confirmed by Enter" keys Return
check "the file is saved with its extension" wait_file "$FILES/typed.ron"
check "it says that all is saved" wait_for label '/All changes stored$/'

echo old >"$FILES/old.ron"
cp "$FILES/old.ron" "$DESK/old"
check "it is saved elsewhere" keys ctrl+shift+s
check "the path of the open file stands in the field" wait_text entry 'Path of the file' "$FILES/typed.ron"
check "the path of a file that is there is typed" type_text "$FILES/old.ron"
check "that path is confirmed" keys Return
check "the program asks whether to replace it" wait_for dialog 'The file is there already'
check "it is answered with no" keys Escape
check "the question is gone" wait_gone dialog 'The file is there already'
check "the file is as it was" same_bytes "$DESK/old" "$FILES/old.ron"

check "the sample is opened" menu File 'Open the sample'
check "the sample is open" wait_for label 'Sample portfolio'
check "Open is chosen by key" keys ctrl+o
check "the field for the path to open is there" wait_state entry 'Path of the file' focused
check "the path to open is typed" type_text "$FILES/typed.ron"
check "the path to open is confirmed" keys Return
check "the file is open" wait_for label typed.ron
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0

# Without any bus at all the widgets cannot be read, so that the file has to tell.
keys_reach_the_file() {
  keys ctrl+shift+s && type_text "$1" && keys Return && wait_file "$1" 1
}
DBUS_SESSION_BUS_ADDRESS=unix:path=$DESK/no-bus start_app_without_zenity "$FILES/typed.ron"
check "the window opens without a bus" activate 'Upgrade Desk'
check "a typed path saves without a bus" until_ok "$STEP_PATIENCE" keys_reach_the_file "$FILES/without-bus.ron"
check "the file is a sound one" "$BINARY" check "$FILES/without-bus.ron" --format json
shot without-bus
check "the window without a bus is asked to close" close_window 'Upgrade Desk'
check "it ends in order without a bus" wait_exit 0
