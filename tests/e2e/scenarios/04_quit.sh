# Closing the window with unsaved changes: the question, and each of its answers.

QUESTION='There are unsaved changes'

# Contoso's first subscription gets another number of licenses.
change_licenses() {
  choose_row 'Contoso \(Shanghai\),' && wait_for 'table row' '/^Office 365 Business, 25 licenses/' &&
    click button 'Change licenses…' && wait_for dialog 'Change licenses' && fill 'Number of licenses' "$1" &&
    press button Submit && wait_for 'table row' "/^Office 365 Business, $1 licenses/"
}

cp "$HERE/../../assets/sample.ron" "$FILES/desk.ron"
cp "$FILES/desk.ron" "$DESK/before.ron"

start_app desk.ron
check "the file is open" wait_for label desk.ron 20
check "the licenses are changed" change_licenses 26
check "it says that it is not saved" wait_for label '/Not saved yet$/'
check "the window is asked to close" close_window 'Upgrade Desk'
check "the program asks" wait_for dialog "$QUESTION"
shot question
check "it is cancelled" press button Cancel
check "the question is gone" wait_gone dialog "$QUESTION"
check "the window is still there" wait_window 'Upgrade Desk'
check "the change is still there" wait_for 'table row' '/^Office 365 Business, 26 licenses/'
check "it is still not saved" wait_for label '/Not saved yet$/'
check "Quit is chosen by key" keys ctrl+q
check "the program asks again" wait_for dialog "$QUESTION"
check "it is left by Escape" keys Escape
check "the question is gone again" wait_gone dialog "$QUESTION"
check "the program runs on" app_runs

check "the window is asked to close to lose the change" close_window 'Upgrade Desk'
check "the program asks before it is lost" wait_for dialog "$QUESTION"
check "the change is given up" press button "Don't save"
check "it ends in order without saving" wait_exit 0
check "the file is as it was" same_bytes "$DESK/before.ron" "$FILES/desk.ron"

start_app desk.ron
check "the file is open again" wait_for label desk.ron 20
check "the licenses are changed again" change_licenses 27
check "the change is undone by key" keys ctrl+z
check "the licenses are the old ones" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "nothing is unsaved after that" wait_for label '/All changes saved$/'
check "the change is done again by key" keys ctrl+y
check "the licenses are the new ones" wait_for 'table row' '/^Office 365 Business, 27 licenses/'
check "the window is asked to close to save" close_window 'Upgrade Desk'
check "the program asks what to do" wait_for dialog "$QUESTION"
check "the change is saved" press button Save
check "it ends in order after saving" wait_exit 0
check "the file has the change" has_text "$FILES/desk.ron" 'friendly_name: "Front office", quantity: 27,'
# The sample has no last line that says that it is whole; a file that was saved has.
check "it says that it is whole" has_text "$FILES/desk.ron" '^// end [0-9]+ blake3:[0-9a-f]{64}$'
check "nothing else changed" test "$(diff "$DESK/before.ron" "$FILES/desk.ron" | grep '^>' | grep -vc '^> // end ')" = 1
check "the file is a sound one" "$BINARY" check "$FILES/desk.ron" --format json

# Without a file the answer Save leads through the native dialog, which can be cancelled.
rm "$FILES/desk.ron"
start_app
check "that its last file is gone is said" wait_for '*' '/^The file could not be read: .*desk\.ron/' 20
check "the sample is asked for" menu File 'Open the sample'
check "the sample is there" wait_for label 'Sample portfolio' 20
check "the sample is changed" change_licenses 28
check "the window with the sample is asked to close" close_window 'Upgrade Desk'
check "the program asks about the sample" wait_for dialog "$QUESTION"
check "it is to be saved" press button Save
check "the native dialog is cancelled" escape_dialog 'Save the portfolio as'
check "the program stays" wait_for '*' 'No file was chosen'
check "the window is asked to close once more" close_window 'Upgrade Desk'
check "the program asks once more" wait_for dialog "$QUESTION"
check "it is to be saved after all" press button Save
check "a name is given" save_dialog 'Save the portfolio as' tried
check "it ends in order with the sample saved" wait_exit 0
check "the saved sample has the change" has_text "$FILES/tried.ron" 'friendly_name: "Front office", quantity: 28,'
