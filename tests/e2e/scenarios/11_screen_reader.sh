# The main job through the accessibility bus alone, as a screen reader does it: no mouse, no place on the screen, no picture.
# Each step looks at what is told: role, name, description, state, value, and what is announced. Then every widget of every
# screen is looked at.
#
# Widgets are found by role and name, pressed (Action), given the keyboard (Component) and filled (EditableText). A key is sent
# only after the keyboard was given so, and only where the bus has no such action: Return and Escape, the arrows in a table,
# Tab out of a field (which is what records it), and the window manager's own "bring to the front".
#
# What AccessKit does not pass on to this bus is looked at by the window tests: whether a list or menu is expanded, whether a
# field's content is invalid, the sort direction as such, the Table interface. Here the same is told in words.

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
check "what is announced is listened to" listen
check "the window has the keyboard" activate 'Upgrade Desk'
check "the window is named and active" wait_state frame 'Upgrade Desk' active

# A customer, one of their subscriptions.
check "the customers are a table with a name" wait_for table Customers
check "the heads of its columns tell the order" described 'column header' Company 'Sorted ascending'
check "a head is pressed" press 'column header' Company
check "it tells the other order" described 'column header' Company 'Sorted descending'
check "the head is pressed again" press 'column header' Company
check "a row is a sentence, with its place" attribute 'table row' '/^Contoso \(Shanghai\), 2 subscriptions, 1 can be upgraded/' setsize 48
check "the place is a number" attribute 'table row' '/^Adventure Works/' posinset 1
check "the row is given the keyboard" focus 'table row' '/^Contoso \(Shanghai\),/'
check "the row is pressed" press 'table row' '/^Contoso \(Shanghai\),/'
check "it is selected" wait_state 'table row' '/^Contoso \(Shanghai\),/' selected
check "it has the keyboard" wait_state 'table row' '/^Contoso \(Shanghai\),/' focused
check "the others are not selected" wait_state 'table row' '/^Adventure Works/' '!selected'
check "the subscriptions are a table with a name" wait_for table Subscriptions
check "a subscription is a sentence" wait_for 'table row' 'Office 365 Business, 25 licenses, Active, Can be upgraded'
check "its place is told" attribute 'table row' '/^Office 365 Business, 25/' posinset 1
check "it is given the keyboard" focus 'table row' '/^Office 365 Business, 25/'
check "it is pressed" press 'table row' '/^Office 365 Business, 25/'
check "it is the selected one" wait_state 'table row' '/^Office 365 Business, 25/' selected
check "more of the row is in its description" described 'table row' '/^Office 365 Business, 25/' '~Enterprise E3'
check "the ID is there to be read" wait_for label c12dfe19-691d-451b-94a2-c01f2dbf436e
check "the note below it says that it can be upgraded" wait_for label 'This subscription can be upgraded.'
check "the note names the possible upgrades" wait_for label '/^Possible upgrades: .*Office 365 Enterprise E3/'

# The upgrade.
check "Upgrade now is given the keyboard" focus button 'Upgrade now'
check "Upgrade now has it" wait_state button 'Upgrade now' focused
check "Upgrade now is pressed" press button 'Upgrade now'
check "the dialog is named and modal" wait_state dialog 'Upgrade Office 365 Business' modal
check "the number of licenses has the keyboard" wait_state entry 'Number of licenses' focused
check "its present value is told" wait_text entry 'Number of licenses' 25
check "its limits are read with it" described entry 'Number of licenses' '/^1 to [0-9,]+ licenses; 25 today$/'
check "every offer tells whether it is possible" wait_for 'radio button' '/^Office 365 Enterprise E3, Can be upgraded/'
check "the offer is chosen" press 'radio button' '/^Office 365 Enterprise E3/'
check "the offer is told to be chosen" wait_state 'radio button' '/^Office 365 Enterprise E3/' checked
check "the other is told not to be" wait_state 'radio button' '/^Office 365 ProPlus/' '!checked'
hush
check "too many licenses are entered" set_text entry 'Number of licenses' 99999999
check "the error is read with the field" described entry 'Number of licenses' '/^At most .* licenses are allowed/'
check "the error is announced" heard polite 'At most .* licenses are allowed'
check "Submit is told to be off" wait_state button Submit '!enabled'
check "Submit tells why" described button Submit '/^At most .* licenses are allowed/'
check "Submit is given the keyboard all the same" focus button Submit
check "Submit has it" wait_state button Submit focused
hush
check "Return opens the reasons" keys Return
check "the reasons are announced at once" heard assertive 'At most .* licenses are allowed'
check "Escape closes the reasons" keys Escape
check "the dialog stays" wait_for dialog 'Upgrade Office 365 Business'
check "Submit has the keyboard again" wait_state button Submit focused
audit_here() { check "all of $1 can be made out" audit; }
audit_here "the upgrade dialog"
check "the number of licenses is entered" set_text entry 'Number of licenses' 30
check "the number is told" wait_text entry 'Number of licenses' 30
check "the error is gone from the field" described entry 'Number of licenses' '/^1 to /'
check "what changes is told" wait_for label '25  →  30'
check "Submit is on" wait_state button Submit enabled
check "Submit still has the keyboard" focus button Submit
hush
check "it is submitted" press button Submit

# The result and its tasks.
check "the result is a dialog with a name" wait_state dialog 'Upgrade recorded' modal
check "the result is announced" heard polite 'Contoso \(Shanghai\): Office 365 Business → Office 365 Enterprise E3, 30 licenses'
check "the first task has the keyboard" wait_state 'check box' '/^1\. Submit the upgrade/' focused
check "it is told to be open" wait_state 'check box' '/^1\. /' '!checked'
audit_here "the recorded upgrade"
check "it is ticked" press 'check box' '/^1\. /'
check "it is told to be done" wait_state 'check box' '/^1\. /' checked
check "the other is open" wait_state 'check box' '/^2\. /' '!checked'
check "the list is closed" press button Close
check "the dialog is gone" wait_gone dialog 'Upgrade recorded'
check "the new subscription is selected" wait_state 'table row' '/^Office 365 Enterprise E3, 30 licenses/' selected
check "the keyboard is not lost" ui focused "$APP"
check "the tasks that are left are told" wait_for label '/^Recorded upgrade: [0-9] of [0-9] tasks are open\.$/'
hush
check "it is undone by the menu" menu Edit '(Undo: .*)'
check "that is announced" heard polite 'Undone: Tick task'
hush
check "it is done again by the menu" menu Edit '(Redo: .*)'
check "that is announced too" heard polite 'Done again: Tick task'

# A blocked subscription. Only the rows on the screen are in the tree, so a customer further down is searched for.
hush
check "the search is filled" set_text entry Search wingtip
check "how many were found is announced" heard polite '1 of [0-9]+ shown'
check "a customer with a suspended subscription is chosen" choose_row 'Wingtip Toys,'
check "the row tells the verdict" wait_for 'table row' '/^Office 365 Business Premium, 60 licenses, Suspended, Cannot be upgraded/'
check "the row is selected" choose_row 'Office 365 Business Premium, 60'
check "the reason is in the row's description" described 'table row' '/^Office 365 Business Premium, 60/' '/\w/'
check "the note says that it cannot be upgraded" wait_for label '/^This subscription cannot be upgraded/'
check "the note says the first reason" wait_for label '/suspended/'
check "the way to the reasons is given the keyboard" focus link '/^(Show what .* needs$|.* needs least: )/'
check "it has the keyboard" wait_state link '/^(Show what .* needs$|.* needs least: )/' focused
check "Return opens the reasons" keys Return
check "the head of the target has the keyboard" wait_state 'page tab' '/Cannot be upgraded/' focused
check "the head is told to be the selected one" wait_state 'page tab' '/Cannot be upgraded/' selected
check "the reasons are read with it" described 'page tab' '/Cannot be upgraded/' '~suspended'
check "the reasons are there to be read" wait_for label '/^What stands in the way of /'
check "the row is given the keyboard" focus 'table row' '/^Office 365 Business Premium, 60/'
check "the row has it" wait_state 'table row' '/^Office 365 Business Premium, 60/' focused
check "Return asks for the upgrade" keys Return
check "the dialog is there" wait_for dialog 'Upgrade Office 365 Business Premium'
check "the offer tells why not" wait_for 'radio button' '/Cannot be upgraded\. .*suspended/'
check "Submit is blocked" wait_state button Submit '!enabled'
check "Submit can have the keyboard" focus button Submit
check "Submit has the keyboard" wait_state button Submit focused
check "Submit says why" described button Submit '~suspended'
hush
check "Return opens why" keys Return
check "why is announced at once" heard assertive '.*suspended'
check "Escape closes them" keys Escape
check "Submit has the keyboard still" wait_state button Submit focused
check "Escape closes the dialog" keys Escape
check "it is gone" wait_gone dialog 'Upgrade Office 365 Business Premium'

# Search, filters, tabs.
check "the search is given the keyboard" focus entry Search
check "the search has it" wait_state entry Search focused
check "it is emptied" set_text entry Search ''
check "all are shown" wait_gone label '/ shown$/'
hush
check "it is filled" set_text entry Search contososh
check "its value is told" wait_text entry Search contososh
check "how many were found is announced" heard polite '1 of [0-9]+ shown'
hush
check "nothing is found" set_text entry Search 'no such name'
check "that is announced" heard polite 'Nothing found'
check "the search is emptied" set_text entry Search ''
check "a filter is told to be off" wait_state 'check box' 'Can be upgraded' '!checked'
hush
check "it is pressed" press 'check box' 'Can be upgraded'
check "it is told to be on" wait_state 'check box' 'Can be upgraded' checked
check "how many are left is announced" heard polite '[0-9]+ of [0-9]+ shown'
check "the filters are cleared" press link Clear
check "the filter is off again" wait_state 'check box' 'Can be upgraded' '!checked'
check "the tab is told to be selected" wait_state 'page tab' Customers selected
check "the other tab is pressed" press 'page tab' 'All subscriptions'
check "it is selected now" wait_state 'page tab' 'All subscriptions' selected
check "the first is not" wait_state 'page tab' Customers '!selected'
check "all subscriptions are a table with a name" wait_for table 'All subscriptions'
check "it is scrolled to its first row" scroll_up 'table row' '/./'
check "a row of it names the customer" wait_for 'table row' '/^[^:]+: Office 365 [^,]+, [0-9]+ licenses, Active, Can be upgraded$/'
audit_here "all subscriptions"
check "the customers are shown again" press 'page tab' Customers
check "their table is there" wait_for table Customers

# A wrong value in a form is read with its field.
check "the customer is chosen" choose_row 'Contoso \(Shanghai\),'
check "a field of the form is given the keyboard" focus entry Assigned
check "the field has it" wait_state entry Assigned focused
check "it gets a wrong value" set_text entry Assigned many
check "what is wrong is read with it" described entry Assigned '/many/'
check "it gets a right value" set_text entry Assigned 21
check "nothing is wrong" described entry Assigned ''
check "it is left by key" keys Tab
check "the next field has the keyboard" wait_state 'combo box' '/^Offer: /' focused
check "what was typed is recorded" press button Edit
check "Undo names it" wait_for button '/^Undo: Edit subscription/'
check "the menu is closed" keys Escape
check "its items are gone" wait_gone button '/^Undo: Edit subscription/'
check "a choice tells what is chosen" wait_for 'combo box' '/^Billing cycle: Annual$/'
check "it is pressed" press 'combo box' '/^Billing cycle: /'
check "its choices are a list with its name" wait_for 'list box' 'Billing cycle'
check "its choices are there" wait_for 'list item' Monthly
check "the chosen one is told" wait_state 'list item' Annual selected
check "the others are not" wait_state 'list item' Monthly '!selected'
check "it is closed" keys Escape
check "the choices are gone" wait_gone 'list item' Monthly
check "the field has the keyboard again" wait_state 'combo box' '/^Billing cycle: /' focused

# A menu; a dialog that is left.
check "a menu is opened" press button Portfolio
check "its items are there" wait_for button 'Your account…'
audit_here "the menu"
check "an item is pressed" press button 'Your account…'
check "its dialog is there" wait_state dialog 'Your account' modal
check "its first field has the keyboard" wait_state entry 'Partner name' focused
check "it is left by Escape" keys Escape
check "it is gone" wait_gone dialog 'Your account'

# Every screen, looked at for what cannot be made out.
audit_here "the main window"
shown_by_menu() { menu "$1" "$2" && audit_dialog "$3"; }
check "all of the account can be made out" shown_by_menu Portfolio 'Your account…' 'Your account'
check "all of the offers can be made out" shown_by_menu Portfolio Offers… Offers
check "all of the history can be made out" shown_by_menu Edit History… History
check "all of the backups can be made out" shown_by_menu File Backups… Backups
check "all of the new customer can be made out" shown_by_menu Portfolio 'Add customer…' 'New customer'
check "all of the customer can be made out" shown_by_menu Portfolio 'Edit customer…' 'Edit customer'
check "all of the new subscription can be made out" shown_by_menu Portfolio 'Add subscription…' 'New subscription'
check "all of the deletion can be made out" shown_by_menu Portfolio 'Delete customer…' '/^Delete /'
check "all of the export can be made out" shown_by_menu File 'Export rows and columns…' 'Export rows and columns'
check "all of the page can be made out" shown_by_menu Help 'About Upgrade Desk' 'About Upgrade Desk'
check "all of the palette can be made out" shown_by_menu Edit 'Command palette…' 'Command palette'
check "all of the keys can be made out" shown_by_menu Help 'Keys( F1)?' Keys
check "all of the manual can be made out" shown_by_menu Help 'Manual( F1)?' Manual
by_button() { press button "$1" && audit_dialog "$2"; }
check "all of the licenses can be made out" by_button 'Change licenses…' 'Change licenses'
check "all of the suspension can be made out" by_button Suspend Suspend
check "all of the cancellation can be made out" by_button 'Cancel subscription' 'Cancel subscription'
check "all of the add-on can be made out" by_button 'Add add-on…' 'New add-on'
check "all of the record's deletion can be made out" by_button 'Delete record…' '/^Delete /'
check "all of the customer's page can be made out" by_button 'Page for the customer…' '/page|Page/'
check "a subscription with conditions is chosen" choose_row 'Adventure Works'
check "all of a condition can be made out" by_button '/^Active\. /' Active

# An import, whose plan is a list of what would change.
cp "$HERE/../fixtures/import/reconciliation-2018.csv" "$FILES/reconciliation.csv"
check "Import is chosen by key" keys ctrl+i
check "the file is chosen in the native dialog" open_dialog 'Import files' "$FILES/reconciliation.csv"
check "the plan is there" wait_for button '/^Import [0-9]+ records$/'
audit_here "the import"
check "the window has the keyboard again" activate 'Upgrade Desk'
check "it is left" keys Escape
check "it is gone" wait_gone dialog Import

# What the program asks and says of files.
check "the window is asked to close" close_window 'Upgrade Desk'
check "it asks what becomes of what has no file" wait_state dialog 'This portfolio has no file of its own yet' modal
check "the first answer has the keyboard" wait_state button 'Save as…' focused
audit_here "the question"
check "the portfolio is given up" press button 'Discard it'
check "it ends in order" wait_exit 0
echo 'Dear customer, this is no portfolio.' >"$FILES/letter.ron"
start_app letter.ron
check "a damaged file is a dialog" wait_for dialog '*' 20
check "it says where the damage is" wait_for '*' '/^letter\.ron: .*line 1/'
audit_here "the damaged file"
check "it is closed" press button Close
check "the window is asked to close again" close_window 'Upgrade Desk'
check "it ends in order again" wait_exit 0
hush
start_app nowhere.ron
check "an error is announced at once" heard assertive 'The file could not be read: '
check "it stays to be read" wait_for notification '/^The file could not be read: /'
check "how to dismiss it is told from the others" described button 'Dismiss this message' '/^The file could not be read: /'
check "the window is closed" close_window 'Upgrade Desk'
check "it ends" wait_exit 0
