# Files that are damaged, cut short or from a newer version: the window says what is wrong, and the file stays as it is.

SAMPLE=$HERE/../../assets/sample.ron

# `refused NAME MESSAGE`: the program is started with the file and says so; MESSAGE is a regular expression.
refused() {
  cp "$FILES/$1" "$DESK/before"
  start_app "$1"
  check "$1: the window opens" wait_window 'Upgrade Desk' 20
  check "$1: it says what is wrong" wait_for '*' "/$2/"
  shot "${1%.ron}"
  check "$1: what it says is read" press button Close
  check "$1: no portfolio is shown in its place" wait_for label '/^0 customers · /'
  check "$1: the window closes" close_window 'Upgrade Desk'
  check "$1: it ends in order" wait_exit 0
  check "$1: the file is as it was" same_bytes "$DESK/before" "$FILES/$1"
}

echo 'Dear customer, this is no portfolio.' >"$FILES/letter.ron"
head -c 20000 "$SAMPLE" >"$FILES/cut.ron"
: >"$FILES/empty.ron"
# The mark of UTF-16 and half a character: by chance alone, noise can be text.
{ printf '\xff\xfe\x00\xd8A\x00' && head -c 300 /dev/urandom; } >"$FILES/noise.ron"
refused letter.ron '^letter\.ron: .*line 1'
refused cut.ron '^cut\.ron: .*line [0-9]+'
refused empty.ron '^empty\.ron: .*[Tt]he file is empty'
refused noise.ron '^noise\.ron: .*[Tt]he text is not valid'

echo '(format: 99, clients: [(name: "Contoso")])' >"$FILES/far.ron"
cp "$FILES/far.ron" "$DESK/before"
start_app far.ron
check "far.ron: it says why it cannot be opened" wait_for '*' '/^The file could not be opened: the file was made by a newer version/' 20
check "far.ron: the window closes" close_window 'Upgrade Desk'
check "far.ron: it ends in order" wait_exit 0
check "far.ron: the file is as it was" same_bytes "$DESK/before" "$FILES/far.ron"

start_app nowhere.ron
check "a missing file: it says so" wait_for '*' '/^The file could not be read: /' 20
check "a missing file: the window closes" close_window 'Upgrade Desk'
check "a missing file: it ends in order" wait_exit 0
check "a missing file: none is made" not test -e "$FILES/nowhere.ron"

# What can be read of a newer file is shown, and cannot be lost by saving.
sed 's/format: 1,/format: 2,/; s/tags: \[/colour: "red", tags: [/' "$SAMPLE" >"$FILES/newer.ron"
cp "$FILES/newer.ron" "$DESK/before"
start_app newer.ron
check "newer.ron: it opens" wait_for label newer.ron 20
check "newer.ron: it says why it is read-only" wait_for '*' '/read-only so that nothing is lost/'
check "newer.ron: the status bar says so" wait_for label '/Read-only$/'
check "newer.ron: its customers are shown" choose_row 'Contoso \(Shanghai\),'
check "newer.ron: it cannot be saved" menu_item_is File Save '!enabled'
check "newer.ron: it cannot be saved elsewhere" menu_item_is File 'Save as…' '!enabled'
check "newer.ron: an upgrade is asked for" press button 'Upgrade now'
check "newer.ron: the reason is listed" wait_for label '/^Made by a newer version\. Opened read-only so that nothing is lost\.$/'
shot newer
check "newer.ron: no dialog is opened" wait_gone button Submit
check "newer.ron: nothing changed" wait_for 'table row' '/^Office 365 Business, 25 licenses, Active/'
check "newer.ron: Save by key changes nothing" keys ctrl+s
check "newer.ron: the window closes without a question" close_window 'Upgrade Desk'
check "newer.ron: it ends in order" wait_exit 0
check "newer.ron: the file is as it was" same_bytes "$DESK/before" "$FILES/newer.ron"

# A word that the program does not know is shown, and saved as it stands.
sed '0,/status: Active/s//status: Other("paused by hand")/' "$SAMPLE" >"$FILES/words.ron"
start_app words.ron
check "words.ron: it opens" wait_for label words.ron 20
check "words.ron: its customers are shown" choose_row 'Contoso \(Shanghai\),'
check "words.ron: the unknown status is shown" wait_for 'table row' '/^Office 365 Business, 25 licenses, paused by hand, Not known/'
shot words
check "words.ron: another subscription is selected" choose_row 'Visio Online Plan 1'
check "words.ron: its licenses are changed" click button 'Change licenses…'
check "words.ron: the number is typed" fill 'Number of licenses' 6
check "words.ron: it is submitted" press button Submit
check "words.ron: it is kept" wait_for label '/All changes stored$/'
check "words.ron: it is saved by key" keys ctrl+s
check "words.ron: it says so" wait_for '*' 'Saved words.ron'
check "words.ron: the window closes" close_window 'Upgrade Desk'
check "words.ron: it ends in order" wait_exit 0
check "words.ron: the word stands as it was" has_text "$FILES/words.ron" 'status: Other\("paused by hand"\)'
check "words.ron: the change is there" has_text "$FILES/words.ron" '"Visio Online Plan 1", quantity: 6,'
