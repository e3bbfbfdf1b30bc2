# Closing the window: the file gets everything first, without a question; a portfolio without a file of its own is asked about.

QUESTION='This portfolio has no file of its own yet'

# Contoso's first subscription gets another number of licenses.
change_licenses() {
  choose_row 'Contoso \(Shanghai\),' && wait_for 'table row' '/^Office 365 Business, 2[0-9] licenses/' &&
    click button 'Change licenses…' && wait_for dialog 'Change licenses' && fill 'Number of licenses' "$1" &&
    press button Submit && wait_for 'table row' "/^Office 365 Business, $1 licenses/"
}

cp "$HERE/../../assets/sample.ron" "$FILES/desk.ron"
cp "$FILES/desk.ron" "$DESK/before.ron"

start_app desk.ron
check "the file is open" wait_for label desk.ron 20
check "opening wrote nothing" same_bytes "$DESK/before.ron" "$FILES/desk.ron"
check "the licenses are changed" change_licenses 27
check "it says that the change is kept" wait_for label '/All changes stored$/'
check "the change is undone by key" keys ctrl+z
check "the licenses are the old ones" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "the change is done again by key" keys ctrl+y
check "the licenses are the new ones" wait_for 'table row' '/^Office 365 Business, 27 licenses/'
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order, without a question" wait_exit 0
check "the file has the change" has_text "$FILES/desk.ron" 'friendly_name: "Front office", quantity: 27,'
# The changed line, the line of the file's own history, and the end mark.
check "nothing else changed" test "$(diff "$DESK/before.ron" "$FILES/desk.ron" | grep -c '^< ')" = 1
check "the file is a sound one" "$BINARY" check "$FILES/desk.ron" --format json
check "its last line proves it" has_text "$FILES/desk.ron" '^// end [0-9]+ blake3:[0-9a-f]{64}$'
check "others cannot read it" test "$(stat -c %a "$FILES/desk.ron")" = "$(stat -c %a "$DESK/before.ron")"

start_app desk.ron
check "the file is open again" wait_for label desk.ron 20
check "the change is there" choose_row 'Contoso \(Shanghai\),'
check "the licenses are as they were left" wait_for 'table row' '/^Office 365 Business, 27 licenses/'
check "undo reaches back over the restart" keys ctrl+z
check "the licenses are those from before" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "Quit is chosen by key" keys ctrl+q
check "it ends in order again" wait_exit 0
check "the file has what was undone" has_text "$FILES/desk.ron" 'friendly_name: "Front office", quantity: 25,'

# A portfolio without a file is kept in the program's folder, and asked about before it is left.
rm "$FILES/desk.ron"
start_app
check "that its last file is gone is said" wait_for '*' '/^The file could not be read: .*desk\.ron/' 20
check "the sample is asked for" menu File 'Open the sample'
check "the sample is there" wait_for label 'Sample portfolio' 20
check "the sample is changed" change_licenses 28
check "it says where it is kept" wait_for label '/Kept in the program/'
check "the window with the sample is asked to close" close_window 'Upgrade Desk'
check "the program asks about the sample" wait_for dialog "$QUESTION"
shot question
check "it is cancelled" press button Cancel
check "the question is gone" wait_gone dialog "$QUESTION"
check "Quit is chosen by key again" keys ctrl+q
check "the program asks again" wait_for dialog "$QUESTION"
check "it is left by Escape" keys Escape
check "the question is gone again" wait_gone dialog "$QUESTION"
check "the program runs on" app_runs
check "the window is asked to close to save" close_window 'Upgrade Desk'
check "the program asks what to do" wait_for dialog "$QUESTION"
check "it is to be saved" press button 'Save as…'
check "the native dialog is cancelled" escape_dialog 'Save the portfolio as'
check "the program stays" wait_for '*' 'No file was chosen'
check "the window is asked to close once more" close_window 'Upgrade Desk'
check "the program asks once more" wait_for dialog "$QUESTION"
check "it is to be saved after all" press button 'Save as…'
check "a name is given" save_dialog 'Save the portfolio as' tried
check "it ends in order with the sample saved" wait_exit 0
check "the saved sample has the change" has_text "$FILES/tried.ron" 'friendly_name: "Front office", quantity: 28,'

# Discarding is the other answer.
rm "$FILES/tried.ron"
start_app
check "that this file is gone is said" wait_for '*' '/^The file could not be read: .*tried\.ron/' 20
check "the sample is asked for again" menu File 'Open the sample'
check "the sample is there again" wait_for label 'Sample portfolio' 20
check "the sample is changed again" change_licenses 26
check "the window is asked to close to discard it" close_window 'Upgrade Desk'
check "the program asks before it is given up" wait_for dialog "$QUESTION"
check "it is given up" press button 'Discard it'
check "it ends in order without saving" wait_exit 0
start_app
check "the next start does not bring it back" wait_for label '/^48 customers/' 20
check "the sample is as it was made" choose_row 'Contoso \(Shanghai\),'
check "with its own number of licenses" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "the window closes" close_window 'Upgrade Desk'
check "it ends in order at last" wait_exit 0
