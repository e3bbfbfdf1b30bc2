# Native dialogs that are cancelled, left alone, or lead to a file that is there already.

TITLE='Save the portfolio as'
is_portfolio() { has_text "$1" '^  format: 1,'; }

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20

# Cancelled.
check "Save as is chosen by key" keys ctrl+shift+s
check "the native dialog is cancelled" escape_dialog "$TITLE"
check "it says that nothing was chosen" wait_for '*' 'No file was chosen'
check "the portfolio is in no file" wait_for label '/Nothing to store yet$/'
check "Save as can be chosen again" menu_item_is File 'Save as…' enabled
check "Open is chosen by key" keys ctrl+o
check "the native dialog to open is cancelled" escape_dialog 'Open a portfolio'
check "the sample is still open" wait_for label 'Sample portfolio'
check "Import is chosen by key" keys ctrl+i
check "the native dialog to import is cancelled" escape_dialog 'Import files'
check "Import can be chosen again" menu_item_is File 'Import…' enabled
check "there is no file" test -z "$(ls "$FILES")"

# Left alone.
check "Save as is chosen from the menu" menu File 'Save as…'
check "the native dialog is there" wait_window "$TITLE"
check "it names the kind of file" ui wait "$GTK_DIALOGS" '*' 'Portfolio (RON)'
check "the status bar says that it waits" wait_for label "Waiting for the dialog: $TITLE"
for item in Open… 'Save as…' Import… 'Export as RON…' 'Export as JSON…' 'Export as CSV…' 'Export as Excel workbook…'; do
  check "$item cannot be chosen meanwhile" menu_item_is File "$item" '!enabled'
done
check "the window works meanwhile" choose_row 'Contoso \(Shanghai\),'
shot waiting
check "the waiting is stopped" press link 'Stop waiting'
check "it says so" wait_for '*' 'Stopped waiting for the dialog'
check "it no longer waits" wait_gone label "Waiting for the dialog: $TITLE"
check "Save as can be chosen" menu_item_is File 'Save as…' enabled
check "the dialog that is left over is answered" save_dialog "$TITLE" late
check "the program goes on" choose_row 'Fourth Coffee \(Nanjing\),'
check "the late answer does not count" wait_for label '/Nothing to store yet$/'
check "the late answer writes no file" test -z "$(ls "$FILES")"

# The path typed instead.
check "Save as is chosen again" menu File 'Save as…'
check "the native dialog is there again" wait_window "$TITLE"
check "the path is typed instead" press link 'Type the path instead'
check "the field for the path is there" wait_for entry 'Path of the file'
check "the native dialog can be cancelled later" escape_dialog "$TITLE"
check "the program has the keyboard again" activate 'Upgrade Desk'
check "the path is typed" fill 'Path of the file' "$FILES/typed"
shot path
check "it is confirmed" press button 'Go on'
check "the file is saved with its extension" wait_file "$FILES/typed.ron"
check "the status bar names it" wait_for label typed.ron

# A file that is there, asked about by GTK.
echo old >"$FILES/old.ron"
cp "$FILES/old.ron" "$DESK/old"
check "Save as is chosen for a file that is there" keys ctrl+shift+s
check "GTK's question is answered with no" save_dialog "$TITLE" old.ron keep
shot kept
check "the file is as it was" same_bytes "$DESK/old" "$FILES/old.ron"
check "GTK's question is answered with yes" save_dialog "$TITLE" old.ron replace
check "the status bar names the replaced file" wait_for label old.ron
check "the replaced file is a portfolio" is_portfolio "$FILES/old.ron"

# A file that is there under the name with its extension, which GTK does not know of.
echo other >"$FILES/other.ron"
cp "$FILES/other.ron" "$DESK/other"
check "Save as is chosen once more" keys ctrl+shift+s
check "its name is typed without the extension" save_dialog "$TITLE" other
check "the program asks itself" wait_for dialog 'The file is there already'
check "the question names the file" wait_for label '"other.ron" exists. Replace it?'
shot overwrite
check "it is answered with no" press button Cancel
check "the question is gone" wait_gone dialog 'The file is there already'
check "the file is as it was before" same_bytes "$DESK/other" "$FILES/other.ron"
check "the portfolio keeps its file" wait_for label old.ron
check "Save as is chosen after that" keys ctrl+shift+s
check "the same name is typed" save_dialog "$TITLE" other
check "the program asks again" wait_for dialog 'The file is there already'
check "it is answered with yes" press button Replace
check "the status bar names the other file" wait_for label other.ron
check "all changes are saved" wait_for label '/All changes stored$/'
check "the other file is a portfolio" is_portfolio "$FILES/other.ron"

check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0
check "no other files were left" test "$(ls -A "$FILES" | tr '\n' ' ')" = 'old.ron other.ron typed.ron '
