# The main job with the keyboard alone; the accessibility bus is only asked where it stands.

SAVED=$FILES/keys.ron

start_app
check "the window opens on the sample" wait_for label 'Sample portfolio' 20
check "the window has the keyboard" activate 'Upgrade Desk'

check "Find puts the cursor into the search" keys ctrl+f
check "the search has the keyboard" wait_state entry Search focused
check "a part of the domain is typed" xdotool type --delay 8 -- contososh
check "one customer is left" wait_for label '/^1 of [0-9]+ shown$/'
check "Tab leads to the customer" tab_to 'table row' '^Contoso \(Shanghai\),'
shot found
check "Space chooses the customer" keys space
check "their subscription is shown" wait_for 'table row' '/^Office 365 Business, 25 licenses/'
check "Tab leads to the subscription" tab_to 'table row' '^Office 365 Business, 25 licenses'
check "the arrow leads to the next" keys Down
check "the next is selected" wait_state 'table row' '/^Visio Online Plan 1/' selected
check "the arrow leads back" keys Up
check "the first is selected" wait_state 'table row' '/^Office 365 Business, 25 licenses/' selected

check "Enter asks for the upgrade" keys Return
check "the number of licenses has the keyboard" wait_state entry 'Number of licenses' focused
check "Tab leads to another offer" tab_to 'radio button' '^Office 365 Enterprise E3' shift+Tab
check "Space chooses it" keys space
check "it is chosen" wait_state 'radio button' '/^Office 365 Enterprise E3/' checked
check "Tab leads to the number of licenses" tab_to entry '^Number of licenses$'
check "a number is typed" type_text 31
check "the number is there" wait_text entry 'Number of licenses' 31
shot upgrade
check "Enter submits" keys Return
check "the upgrade is recorded" wait_for dialog 'Upgrade recorded'
check "Tab leads to the second task" tab_to 'check box' '^2\. '
check "Space ticks it" keys space
check "the task is done" wait_state 'check box' '/^2\. /' checked
shot tasks
check "Escape closes the list" keys Escape
check "the list is gone" wait_gone dialog 'Upgrade recorded'
check "the new subscription is selected" wait_state 'table row' '/^Office 365 Enterprise E3, 31 licenses/' selected

check "Save as is chosen by key" keys ctrl+shift+s
check "a name is given" save_dialog 'Save the portfolio as' keys
check "the file is there" wait_file "$SAVED"
check "all is saved" wait_for label '/All changes stored$/'
check "the window has the keyboard again" activate 'Upgrade Desk'
check "Undo is chosen by key" keys ctrl+z
check "it says what is undone" wait_for '*' 'Undone: Tick task'
check "Redo is chosen by key" keys ctrl+shift+z
check "it says what is done again" wait_for '*' 'Done again: Tick task'
check "Quit is chosen by key" keys ctrl+q
check "it ends in order, since nothing is unsaved" wait_exit 0
check "the file has the upgrade" has_text "$SAVED" 'offer_name: "Office 365 Enterprise E3", .*quantity: 31,'
