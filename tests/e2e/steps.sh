# What a person does with the program, as functions for the scenarios: start it, look, press, type, answer dialogs, close.
# Not here: the desktop underneath (`desk.sh`) and what is expected of the program (`scenarios/`). Sourced by `run`.
#
# Every step waits for what it needs, up to a deadline, and fails when that does not come; none waits for a fixed time.
# Roles and names are those of `ui.py`. Scenarios put files into "$FILES" and find the program's output in "$APP_LOG".

STEP_PATIENCE=20
GTK_DIALOGS=xdg-desktop-portal-gtk

# --- Reporting ---

passed() {
  echo "ok" >>"$RESULTS"
  echo "ok   $SCENARIO: $*"
}

failed() {
  echo "FAIL" >>"$RESULTS"
  echo "FAIL $SCENARIO: $*"
}

# `check DESCRIPTION COMMAND…`: a failed one keeps a picture and ends the scenario, since what follows would only wait.
check() {
  local description=$1
  shift
  if "$@" >/dev/null 2>"$DESK/problem"; then
    passed "$description"
  else
    failed "$description"
    echo "     $*"
    sed 's/^/     /' "$DESK/problem"
    after_failure
    exit 1
  fi
}

after_failure() {
  local picture=$FAILURES/$SCENARIO.png
  mkdir -p "$FAILURES"
  import -window root "$picture" 2>/dev/null && echo "     picture: $picture"
  ui dump "$APP" >"$FAILURES/$SCENARIO.tree" 2>/dev/null && echo "     widgets: $FAILURES/$SCENARIO.tree"
  [ ! -s "${APP_LOG:-}" ] || { echo "     the program said:"; tail -n 20 "$APP_LOG" | sed 's/^/       /'; }
}

# `not COMMAND…`, for checks of what must not be.
not() {
  ! "$@"
}

# --- Looking and pressing ---

ui() {
  /usr/bin/python3 "$HERE/ui.py" "$@"
}

wait_for() { ui wait "$APP" "$1" "$2" "${3:-$STEP_PATIENCE}"; }  # ROLE NAME [SECONDS]
wait_gone() { ui gone "$APP" "$1" "$2" "${3:-$STEP_PATIENCE}"; } # ROLE NAME [SECONDS]
press() { ui press "$APP" "$1" "$2"; }                           # ROLE NAME
focus() { ui focus "$APP" "$1" "$2"; }                           # ROLE NAME
set_text() { ui settext "$APP" "$1" "$2" "$3"; }                 # ROLE NAME TEXT
text_of() { ui text "$APP" "$1" "$2"; }                          # ROLE NAME
states_of() { ui states "$APP" "$1" "$2"; }                      # ROLE NAME
wait_state() { ui is "$APP" "$1" "$2" "$3"; }                    # ROLE NAME STATE, or !STATE
wait_text() { ui holds "$APP" "$1" "$2" "$3"; }                  # ROLE NAME TEXT
described() { ui described "$APP" "$1" "$2" "$3"; }              # ROLE NAME TEXT
attribute() { ui has "$APP" "$1" "$2" "$3" "$4"; }               # ROLE NAME KEY VALUE

# `click ROLE NAME`: with the mouse, in the middle of the widget.
click() {
  local x y
  # What lies below the fold is scrolled to once it has the keyboard.
  is_in_view "$1" "$2" || { focus "$1" "$2" >/dev/null 2>&1; until_ok "$STEP_PATIENCE" is_in_view "$1" "$2"; }
  read -r x y < <(wait_for "$1" "$2") && [ -n "$y" ] && xdotool mousemove --sync "$x" "$y" click 1
}

# `scroll_up ROLE NAME`: with the wheel, as far as it goes.
scroll_up() {
  local x y
  read -r x y < <(wait_for "$1" "$2") && [ -n "$y" ] && xdotool mousemove --sync "$x" "$y" click --repeat 60 --delay 5 4
}

is_in_view() {
  local x y bottom
  read -r x y < <(wait_for "$1" "$2") && [ -n "$y" ] || return 1
  bottom=$(xdotool getactivewindow getwindowgeometry --shell | awk -F= '$1 == "Y" || $1 == "HEIGHT" { sum += $2 } END { print sum }')
  # The status bar is no part of what is scrolled.
  [ "$y" -lt $((bottom - 40)) ]
}

# `keys KEY…`, as xdotool names them: `keys ctrl+s`.
keys() {
  xdotool key --clearmodifiers "$@"
}

# `type_text TEXT` into what has the keyboard, in place of what it holds. Keys garble what the keyboard lacks, such as
# Chinese, so that is pasted.
type_text() {
  keys ctrl+a
  if LC_ALL=C grep -q '[^ -~]' <<<"$1"; then
    printf '%s' "$1" | xclip -selection clipboard -i >/dev/null 2>&1
    keys ctrl+v
  else
    xdotool type --clearmodifiers --delay 4 -- "$1"
  fi
}

# What is announced from here on is written down, as a screen reader would say it.
listen() {
  HEARD=$DESK/heard
  /usr/bin/python3 "$HERE/ui.py" listen "$APP" "$HEARD" </dev/null >/dev/null 2>&1 &
  DESK_PIDS+=($!)
  until_ok "$STEP_PATIENCE" grep -qx listening "$HEARD"
}

# `heard POLITENESS TEXT` until that was announced since the last `hush`; TEXT is a regular expression.
heard() {
  until_ok "$STEP_PATIENCE" grep -qE "^$1	$2" "$HEARD" || { echo "announced was:"; cat "$HEARD"; return 1; } >&2
}

# Forgets what was announced until now.
hush() {
  echo >"$HEARD"
}

# Whether every widget that can be worked has a name, a fitting role, and is told from the others.
audit() {
  ui audit "$APP"
}

# `audit_dialog NAME`: once it is there; then it is left by Escape.
audit_dialog() {
  wait_for dialog "$1" && audit && keys Escape && wait_gone dialog "$1"
}

# `shot NAME` keeps a picture of the screen where `SHOTS` names a folder for them, numbered in the order of the scenario.
shot() {
  [ -n "${SHOTS:-}" ] || return 0
  SHOT_NUMBER=$((SHOT_NUMBER + 1))
  mkdir -p "$SHOTS" && import -window root "$SHOTS/$SCENARIO-$(printf %02d "$SHOT_NUMBER")-$1.png"
}

# --- Windows ---

window_id() {
  xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -n 1 | grep .
}

no_window() {
  ! window_id "$1"
}

# `wait_window TITLE [SECONDS]`; TITLE is a regular expression, here and below.
wait_window() {
  until_ok "${2:-$STEP_PATIENCE}" window_id "$1" || { echo "no window with the title $1" >&2; return 1; }
}

wait_no_window() {
  until_ok "${2:-$STEP_PATIENCE}" no_window "$1" || { echo "the window $1 is still there" >&2; return 1; }
}

has_keyboard() {
  [ "$(xdotool getactivewindow 2>/dev/null)" = "$1" ]
}

# `activate TITLE` brings a window to the front and waits until it has the keyboard.
activate() {
  local id
  wait_window "$1" || return 1
  id=$(window_id "$1") || return 1
  xdotool windowactivate "$id" 2>/dev/null
  until_ok "$STEP_PATIENCE" has_keyboard "$id" || { echo "the window $1 does not get the keyboard" >&2; return 1; }
}

# `close_window TITLE` asks as a person does; destroying the window from outside would skip the program's own questions.
close_window() {
  activate "$1" && keys alt+F4
}

# --- The program ---

# `start_app [ARGUMENT…]`, with the folder "$FILES" as the current one.
start_app() {
  APP_LOG=$DESK/program-$((++APP_STARTS)).log
  (cd "$FILES" && exec "$BINARY" "$@") </dev/null >"$APP_LOG" 2>&1 &
  APP_PID=$!
  DESK_PIDS+=("$APP_PID")
}

app_has_ended() {
  ! kill -0 "$APP_PID" 2>/dev/null
}

app_runs() {
  kill -0 "$APP_PID" 2>/dev/null
}

# `wait_exit STATUS [SECONDS]` until the program has ended by itself, and with that status.
wait_exit() {
  local status=0
  until_ok "${2:-$STEP_PATIENCE}" app_has_ended || { echo "the program still runs" >&2; return 1; }
  wait "$APP_PID" || status=$?
  [ "$status" = "$1" ] || { echo "the program ended with status $status" >&2; return 1; }
}

# `wait_file PATH [SECONDS]` until a file is there and not empty.
wait_file() {
  until_ok "${2:-$STEP_PATIENCE}" test -s "$1" || { echo "no file $1" >&2; return 1; }
}

# --- Native dialogs (GTK's, through the desktop portal) ---

# What has the keyboard in the dialog, once its text is TEXT.
dialog_holds() {
  [ "$(ui focused "$GTK_DIALOGS" | cut -f3)" = "$1" ]
}

dialog_type() {
  type_text "$1"
  until_ok "$STEP_PATIENCE" dialog_holds "$1" || {
    echo "the dialog's field has: $(ui focused "$GTK_DIALOGS")" >&2
    return 1
  }
}

# `save_dialog TITLE NAME [replace|keep]` types the name and confirms. The third word answers the question whether an
# existing file shall be overwritten; `keep` says no and leaves the dialog open.
save_dialog() {
  activate "$1" && ui wait "$GTK_DIALOGS" '*' '~Name' "$STEP_PATIENCE" && dialog_type "$2" || return 1
  shot "save-dialog"
  keys Return
  case ${3:-} in
  replace) ui press "$GTK_DIALOGS" button Replace && wait_no_window "$1" ;;
  keep)
    # Both dialogs have a button Cancel, so the question is answered by key.
    ui wait "$GTK_DIALOGS" button Replace "$STEP_PATIENCE" && keys Escape && ui gone "$GTK_DIALOGS" button Replace
    ;;
  *) wait_no_window "$1" ;;
  esac
}

dialog_entry_is_focused() {
  case $(ui focused "$GTK_DIALOGS" | cut -f1) in text | entry) return 0 ;; *) return 1 ;; esac
}

# `open_dialog TITLE PATH` gives the whole path in the location field. The button confirms it, because a Return may go to
# the list of completions that comes up under the field at its own time.
open_dialog() {
  activate "$1" && ui wait "$GTK_DIALOGS" button '/^(Open|Select)$/' "$STEP_PATIENCE" || return 1
  keys ctrl+l
  until_ok "$STEP_PATIENCE" dialog_entry_is_focused || { echo "the dialog shows no location field" >&2; return 1; }
  dialog_type "$2" || return 1
  shot "open-dialog"
  # A press that comes while GTK still looks the path up is lost; as a person would, it is pressed again.
  local try
  for try in 1 2 3; do
    ui press "$GTK_DIALOGS" button '/^(Open|Select)$/' || break
    wait_no_window "$1" 5 >/dev/null 2>&1 && return 0
  done
  wait_no_window "$1"
}

# `escape_dialog TITLE` cancels.
escape_dialog() {
  activate "$1" && ui wait "$GTK_DIALOGS" button Cancel "$STEP_PATIENCE" || return 1
  keys Escape
  wait_no_window "$1"
}

# --- Menus, lists and fields of the program ---

# The keys of a menu's item are a part of its name, so the pattern allows for them and for nothing else.
item_named() {
  printf '/^%s ?((Ctrl|Shift)\\S*)?$/' "$1"
}

# `menu MENU ITEM` chooses it.
menu() {
  press button "$1" && press button "$(item_named "$2")"
}

# `menu_item_is MENU ITEM STATE` looks at an item, as `wait_state` does, and closes the menu again.
menu_item_is() {
  local outcome=0 item
  item=$(item_named "$2")
  press button "$1" && wait_for button "$item" && wait_state button "$item" "$3" || outcome=1
  press button "$1" && wait_gone button "$item" && return "$outcome"
}

# `choose_row BEGINNING`: a row of a list, by how its sentence begins.
choose_row() {
  press 'table row' "/^$1/" && wait_state 'table row' "/^$1/" selected
}

# `fill NAME TEXT`: clicks into a field and types there.
fill() {
  click entry "$1" && wait_state entry "$1" focused && type_text "$2" && wait_text entry "$1" "$2"
}

# `tab_to ROLE NAME` goes there by the Tab key alone; NAME is a regular expression.
tab_to() {
  local step role name
  for ((step = 0; step < 60; step++)); do
    IFS=$'\t' read -r role name _ < <(ui focused "$APP" 0)
    [ "$role" = "$1" ] && [[ $name =~ $2 ]] && return 0
    keys "${3:-Tab}"
  done
  echo "the Tab key does not come to $1 $2; the keyboard is at ${role:-nothing} ${name:-}" >&2
  return 1
}

same_bytes() {
  cmp "$1" "$2" >&2
}

has_text() {
  grep -qE -- "$2" "$1" || { echo "$1 has no line like $2" >&2; return 1; }
}
