# The main job: choose a customer, see that a subscription can be upgraded, upgrade it, save through the native dialog, and
# find all of it again after a restart, both as the last portfolio and through the native dialog.

SAVED=$FILES/contoso.ron
NEW_ROW='Office 365 Enterprise E3, 30 licenses, Active'

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
check "a customer is chosen in the list" click 'table row' '/^Contoso \(Shanghai\),/'
check "their subscriptions are shown" wait_for 'table row' '/^Office 365 Business, 25 licenses, Active, Can be upgraded/'
check "the note says that it can be upgraded" wait_for label 'This subscription can be upgraded.'
check "the note names the possible upgrades" wait_for label '/^Possible upgrades: .*Office 365 Enterprise E3/'
shot customer

check "Upgrade now is pressed" click button 'Upgrade now'
check "the upgrade is asked about" wait_for dialog 'Upgrade Office 365 Business'
check "another offer is chosen" click 'radio button' '/^Office 365 Enterprise E3, Can be upgraded/'
check "the offer is marked as chosen" wait_state 'radio button' '/^Office 365 Enterprise E3/' checked
check "too many licenses are typed" fill 'Number of licenses' 99999999
check "the limit is said" wait_for label '/^At most .* licenses are allowed/'
check "they cannot be submitted" wait_state button Submit '!enabled'
check "the number of licenses is typed" fill 'Number of licenses' 30
check "what changes is shown" wait_for label '/^25 .* 30$/'
shot upgrade
check "it is submitted" click button Submit

check "the upgrade is recorded" wait_for dialog 'Upgrade recorded'
check "it says what was recorded" wait_for label '/^Contoso \(Shanghai\): Office 365 Business → Office 365 Enterprise E3, 30 licenses$/'
check "a task is ticked" click 'check box' '1. Submit the upgrade in Partner Center'
check "the task is done" wait_state 'check box' '1. Submit the upgrade in Partner Center' checked
check "the others are open" wait_state 'check box' '2. Enter the new subscription'"'"'s ID here' '!checked'
shot tasks
check "the list is closed" click button Close
check "the new subscription is shown" wait_for 'table row' "/^$NEW_ROW/"
check "its ID is said to be provisional" wait_for label 'The subscription ID is provisional.'
check "it says where it is kept meanwhile" wait_for label '/Kept in the program/'
shot recorded

check "Save as is chosen" menu File 'Save as…'
check "a name without an extension is given" save_dialog 'Save the portfolio as' contoso
check "the file has the extension" wait_file "$SAVED"
check "the status bar says that all is saved" wait_for label '/All changes stored$/'
check "the status bar names the file" wait_for label contoso.ron
shot saved
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order, without a question" wait_exit 0
check "there is no other file" test "$(ls "$FILES")" = contoso.ron
check "others cannot read it" test "$(stat -c %a "$SAVED")" = 600
check "the file has the upgrade" has_text "$SAVED" 'provisional: true'
check "the file has the new subscription" has_text "$SAVED" 'offer_name: "Office 365 Enterprise E3", .*quantity: 30,'
check "the command line judges the file" "$BINARY" check "$SAVED" --format json
cp "$SAVED" "$DESK/before.ron"

start_app
check "the last portfolio opens" wait_for label contoso.ron 20
check "the upgraded customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "the new subscription is there" choose_row "$NEW_ROW"
check "its ID is still provisional" wait_for label 'The subscription ID is provisional.'
check "its tasks are counted" wait_for label '/^Recorded upgrade: [0-9] of [0-9] tasks are open\.$/'
check "its tasks are shown" press link 'Show the tasks'
check "the ticked task is ticked" wait_state 'check box' '1. Submit the upgrade in Partner Center' checked
check "the list is closed by Escape" keys Escape
check "the list is gone" wait_gone dialog 'Upgrade recorded'
check "the old subscription is closed" choose_row 'Office 365 Business, 25 licenses, Deleted'
check "the old one leads to the new one" press link 'Show the new subscription'
check "the new one is selected" wait_state 'table row' "/^$NEW_ROW/" selected

check "the sample is opened" menu File 'Open the sample'
check "the sample is there" wait_for label 'Sample portfolio'
check "Open is chosen by key" keys ctrl+o
check "the file is chosen in the native dialog" open_dialog 'Open a portfolio' "$SAVED"
check "the file is open" wait_for label contoso.ron
check "it says so" wait_for '*' '/^Opened contoso\.ron: [0-9]+ customers$/'
check "its customers are there" choose_row 'Contoso \(Shanghai\),'
check "its upgrade is there" wait_for 'table row' "/^$NEW_ROW/"
shot opened-again
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0
check "looking changed nothing in the file" same_bytes "$DESK/before.ron" "$SAVED"
