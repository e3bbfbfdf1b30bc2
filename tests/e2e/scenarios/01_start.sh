# Started for the first time and without a file, the program shows its sample and says so, and closes without a question.

start_app
check "the window opens" wait_window 'Upgrade Desk' 20
check "a line says that this is the sample" wait_for label '/^This is a copy of the built-in sample\./'
check "it offers a portfolio of one's own" wait_for link 'Start a new portfolio'
check "the status bar names the sample" wait_for label 'Sample portfolio'
check "the status bar says that it is in no file" wait_for label '/Nothing to store yet$/'
check "the status bar counts" wait_for label '/^4[0-9] customers · [0-9]+ subscriptions · [0-9]+ can be upgraded$/'
check "a customer is selected" wait_for 'table row' '/^Adventure Works/'
shot window

check "the tab with all subscriptions opens" press 'page tab' 'All subscriptions'
check "it lists the subscriptions of other customers" wait_for 'table row' '/^City Power & Light \(Xiamen\): Office 365 /'
shot all-subscriptions

check "the dark theme can be chosen" press button View
check "the dark theme can be chosen from the menu" press 'radio button' Dark
check "the customers come back" press 'page tab' Customers
check "a customer is selected again" wait_for button 'Upgrade now'
shot dark

check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order, without a question" wait_exit 0
check "it wrote no file" test -z "$(ls "$FILES")"
