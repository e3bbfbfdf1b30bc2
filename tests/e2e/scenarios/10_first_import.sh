# A first-time user with nothing but a reconciliation file: choose the file, confirm what it makes likely, look at the list of
# opportunities. Then a later file is compared with what there was.

cp "$HERE/../fixtures/import/reconciliation-2018.csv" "$FILES/reconciliation.csv"

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
check "a new portfolio is begun" menu File 'New portfolio'
check "it is empty" wait_for label '/^0 customers · 0 subscriptions · /'

# First step: choose the file.
check "Import is chosen by key" keys ctrl+i
check "the file is chosen in the native dialog" open_dialog 'Import files' "$FILES/reconciliation.csv"
check "it is recognized" wait_for label '/^License-based reconciliation file · UTF-8 · comma · /'
shot first-step

# Second step: confirm what it makes likely, and say who one is.
check "they are active" press 'check box' "/ charged in the file's last period are active$/"
check "they are billed monthly" press 'check box' '/ are billed monthly$/'
check "there are privileges for all" press 'check box' '/^I have delegated administrative privileges for all /'
check "the role is asked for" click 'combo box' '/^Your role: /'
check "a role is chosen" press 'list item' 'Admin agent'
check "the standing is asked for" click 'combo box' '/^In good standing: /'
check "it is good" press 'list item' Yes
shot second-step
check "it is imported" press button '/^Import [0-9]+ records$/'
check "it says so" wait_for '*' '/^Imported: [0-9]+ new records, 0 changed$/'

# Third step: look.
check "the list of opportunities is chosen" press 'page tab' 'All subscriptions'
check "the first that can be upgraded is there" wait_for 'table row' '/, Can be upgraded$/'
shot third-step
check "how many can be upgraded is said" not wait_for label '/ · 0 can be upgraded$/' 2

check "Save is chosen by key" keys ctrl+s
check "a name is given" save_dialog 'Save the portfolio as' mine
check "it is saved" wait_for label '/All changes stored$/'
cp "$FILES/mine.ron" "$FILES/before.ron"

check "the customers are shown again" press 'page tab' Customers
check "a customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "their subscription is chosen" choose_row 'Office 365 Business, '
check "its status is another one now" click 'combo box' '/^Status: /'
check "it is suspended" press 'list item' Suspended
check "the verdict follows" wait_for 'table row' '/^Office 365 Business, 25 licenses, Suspended, Cannot be upgraded$/'
check "the file follows" wait_for label '/All changes stored$/' 20
check "a file is to be compared" menu File 'Compare with a file…'
check "the file from before is chosen" open_dialog 'Compare with a portfolio' "$FILES/before.ron"
check "the comparison is shown" wait_for dialog Compare
check "a verdict has turned" wait_for 'check box' 'Verdicts turned 1' 20
shot compared
check "it is closed" press button Close
check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0
check "the command line says the same" sh -c '"$1" diff "$2" "$3" | grep -q "^verdict of .* Can be upgraded → Cannot be upgraded$"' sh "$BINARY" "$FILES/before.ron" "$FILES/mine.ron"
