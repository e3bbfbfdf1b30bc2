# A portfolio goes out as JSON and comes into a new one, both through native dialogs, with a preview before it counts.

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
counts=$(ui text "$APP" label '/^[0-9]+ customers · /')

check "Export as JSON is chosen" menu File 'Export as JSON…'
check "a name without an extension is given" save_dialog 'Export the portfolio' out
check "the file has the extension" wait_file "$FILES/out.json"
check "it says so" wait_for '*' 'Exported out.json'
check "the portfolio itself is still in no file" wait_for label '/Nothing to store yet$/'
check "the file is JSON" /usr/bin/python3 -m json.tool "$FILES/out.json" /dev/null
check "the command line reads it" "$BINARY" import --into "$DESK/imported.ron" "$FILES/out.json"

check "Export as CSV is chosen" menu File 'Export as CSV…'
check "a name without an extension is given" save_dialog 'Export the portfolio' table
check "the file has the extension" wait_file "$FILES/table.csv"
check "it says what a table has no place for" wait_for '*' '/^Exported table\.csv: customers and subscriptions\. /'
check "the verdicts stand beside the records" grep -q ',verdict,target_1,' "$FILES/table.csv"
check "the command line reads it" "$BINARY" import --into "$DESK/from-table.ron" "$FILES/table.csv"
rm -f "$FILES/table.csv"

check "a new portfolio is begun" menu File 'New portfolio'
check "it has no name" wait_for label 'Untitled portfolio'
check "it is empty" wait_for label '/^0 customers · 0 subscriptions · /'
check "the list says what to do" wait_for label 'No customers yet'
shot empty

check "Import is chosen by key" keys ctrl+i
check "the file is chosen in the native dialog" open_dialog 'Import files' "$FILES/out.json"
check "the import is shown first" wait_for dialog Import
check "it counts what is new" wait_for button '/^Import 1[0-9]{2} records$/'
check "it names customers" wait_for label 'Contoso (Shanghai)'
check "nothing is imported yet" wait_for label '/^0 customers · /'
shot preview
check "it is cancelled" press button Cancel
check "the preview is gone" wait_gone dialog Import
check "nothing was imported" wait_for label '/^0 customers · /'
check "Import is chosen again" menu File 'Import…'
check "the file is chosen again" open_dialog 'Import files' "$FILES/out.json"
check "the import is shown again" wait_for dialog Import
check "it is confirmed" press button '/^Import 1[0-9]{2} records$/'
check "it says what was imported" wait_for '*' '/^Imported: 1[0-9]{2} new records, 0 changed$/'
check "the records are those of the portfolio that went out" wait_for label "/^${counts% · *} · /"
check "it says where it is kept meanwhile" wait_for label '/Kept in the program/'
shot imported
check "the import is undone as a whole" keys ctrl+z
check "the portfolio is empty again" wait_for label '/^0 customers · /'
check "the import is done again" keys ctrl+y
check "the records are back" wait_for label "/^${counts% · *} · /"

# A portfolio in which nothing was recorded yet takes everything, the account too.
check "a customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "the note says that it can be upgraded" wait_for label 'This subscription can be upgraded.'
check "the counts are those of the portfolio that went out" wait_for label "$counts"

check "Import is chosen a third time" keys ctrl+i
check "the same file is chosen" open_dialog 'Import files' "$FILES/out.json"
check "it says that nothing is new" wait_for '*' '/^out\.json holds nothing that is not here already$/'

check "Save is chosen by key, without a file" keys ctrl+s
check "a name is given" save_dialog 'Save the portfolio as' in
check "it is saved" wait_for label '/All changes stored$/'
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0
check "the customers came over whole" test "$(diff <(sed -n '/^  customers:/,$p' "$HERE/../../assets/sample.ron") \
  <(sed -n -e '/^\/\/ end /d' -e '/^  customers:/,$p' "$FILES/in.ron"))" = ""
