# What was shown as kept is there after a kill, a full disk, a second start, another program's changes and damage.

change_licenses() {
  choose_row 'Contoso \(Shanghai\),' && wait_for 'table row' '/^Office 365 Business, [0-9]+ licenses/' &&
    click button 'Change licenses…' && wait_for dialog 'Change licenses' && fill 'Number of licenses' "$1" &&
    press button Submit && wait_for 'table row' "/^Office 365 Business, $1 licenses/"
}

kill_app() {
  kill -KILL "$APP_PID" && until_ok "$STEP_PATIENCE" app_has_ended
}

# --- Killed while editing ---

cp "$HERE/../../assets/sample.ron" "$FILES/desk.ron"
start_app desk.ron
check "kill: the file is open" wait_for label desk.ron 20
check "kill: the licenses are changed" change_licenses 31
check "kill: it is kept" wait_for label '/All changes stored$/'
check "kill: the program is killed" kill_app
start_app desk.ron
check "kill: it says what was recovered" wait_for '*' '/^One change made after the last save was recovered/' 20
shot recovered
check "kill: the customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "kill: the change is there" wait_for 'table row' '/^Office 365 Business, 31 licenses/'
check "kill: it is shown" press link 'Show it'
check "kill: the history shows it" wait_for dialog History
shot recovered-shown
check "kill: the history is closed" keys Escape
check "kill: it is undone" press link 'Undo it'
check "kill: the licenses are the old ones" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "kill: that is undone too" keys ctrl+z
check "kill: the change is there again" wait_for 'table row' '/^Office 365 Business, 31 licenses/'
check "kill: killed once more" kill_app
start_app desk.ron
check "kill: everything since is recovered" wait_for '*' '/^[0-9] changes made after the last save were recovered/' 20
check "kill: the customer is chosen again" choose_row 'Contoso \(Shanghai\),'
check "kill: with the last state" wait_for 'table row' '/^Office 365 Business, 31 licenses/'

# --- A second start ---

FIRST=$APP_PID
start_app desk.ron
SECOND=$APP_PID
check "second: it says that it is open elsewhere" wait_for dialog "/open in another window/" 20
check "second: the first one was asked for" wait_for '*' '/to be opened a second time/'
shot second-start
check "second: it is looked at" press button 'Open read-only'
check "second: it is read-only" wait_for label '/Read-only$/'
APP_PID=$SECOND
kill -TERM "$SECOND"
check "second: the second one is gone" until_ok 20 app_has_ended
APP_PID=$FIRST
check "second: the first one runs on" app_runs
check "second: the command line is refused" not "$BINARY" import "$HERE/../../assets/sample.ron" --into "$FILES/desk.ron"
check "second: the window closes" close_window 'Upgrade Desk'
check "second: it ends in order" wait_exit 0

# --- Replaced from outside ---

cp "$FILES/desk.ron" "$DESK/theirs.ron"
sed -i 's/Front office/Their office/' "$DESK/theirs.ron"
start_app desk.ron
check "outside: the file is open" wait_for label desk.ron 20
check "outside: the licenses are changed" change_licenses 33
check "outside: the file is replaced" mv "$DESK/theirs.ron" "$FILES/desk.ron"
check "outside: the person is asked" wait_for dialog "Two versions of this portfolio" 20
shot versions
check "outside: the person's version is kept" press button 'Keep mine'
check "outside: it is stored" wait_for label '/All changes stored$/'
check "outside: the file has it" has_text "$FILES/desk.ron" 'friendly_name: "Front office", quantity: 33,'
check "outside: theirs is kept beside it" has_text "$FILES/desk (changed outside "*.ron 'Their office'
check "outside: the window closes" close_window 'Upgrade Desk'
check "outside: it ends in order" wait_exit 0
rm "$FILES/desk (changed outside "*.ron

# --- Damaged ---

size=$(stat -c %s "$FILES/desk.ron")
truncate -s $((size / 2)) "$FILES/desk.ron"
cp "$FILES/desk.ron" "$DESK/damaged.ron"
start_app desk.ron
check "damage: it is said" wait_for dialog '/damaged/' 20
check "damage: a complete version is offered" wait_for '*' '/complete version/'
shot damaged
check "damage: what can be read is shown" press button '/^Show what can be read/'
check "damage: it is read-only" wait_for label '/Read-only$/'
shot readable
check "damage: the file is opened again" keys ctrl+o
check "damage: it is chosen" open_dialog 'Open a portfolio' "$FILES/desk.ron"
check "damage: it is said again" wait_for dialog '/damaged/'
check "damage: the complete version is opened" press button 'Open that version'
check "damage: it is there as a copy" wait_for label '/^desk \(restored .*\.ron$/' 20
check "damage: the customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "damage: with the last change" wait_for 'table row' '/^Office 365 Business, 33 licenses/'
check "damage: the damaged file is as it was" same_bytes "$DESK/damaged.ron" "$FILES/desk.ron"
check "damage: backups are listed" menu File 'Backups…'
check "damage: in a window of their own" wait_for dialog Backups
shot backups
check "damage: it is closed" keys Escape
check "damage: the window closes" close_window 'Upgrade Desk'
check "damage: it ends in order" wait_exit 0

# --- A full disk ---

mkdir "$FILES/small"
if mount -t tmpfs -o size=96k tmpfs "$FILES/small" 2>/dev/null; then
  cp "$HERE/../../assets/sample.ron" "$FILES/small/desk.ron"
  start_app small/desk.ron
  check "full: the file is open" wait_for label desk.ron 20
  head -c 1M /dev/zero >"$FILES/small/filler" 2>/dev/null
  check "full: the licenses are changed all the same" change_licenses 35
  check "full: it says that the file could not follow" wait_for '*' '/No room left on the disk/' 20
  check "full: the status bar says where the change is" wait_for label '/in the journal, file not updated/'
  shot full
  check "full: work goes on" change_licenses 36
  check "full: killed while it is full" kill_app
  start_app small/desk.ron
  check "full: it opens while it is full" wait_for '*' '/^2 changes made after the last save were recovered/' 20
  rm "$FILES/small/filler"
  check "full: saving is chosen" keys ctrl+s
  check "full: the file has it" until_ok 20 has_text "$FILES/small/desk.ron" 'friendly_name: "Front office", quantity: 36,'
  check "full: the window closes" close_window 'Upgrade Desk'
  check "full: it ends in order" wait_exit 0
  umount "$FILES/small"
elif [ "${UPGRADE_DESK_NO_SKIP:-}" = 1 ]; then
  check "full: a small disk can be mounted" false
else
  echo "skip $SCENARIO: full disk: no file system can be mounted here"
fi
