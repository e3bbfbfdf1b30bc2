# Started for the first time and without a file, the program shows its window, and closes again without a question.

start_app
check "the window opens" wait_window 'Upgrade Desk' 20
check "its widgets can be read" wait_for button '*'
check "it is still running" app_runs
shot window

check "the window is asked to close" close_window 'Upgrade Desk'
check "it ends in order" wait_exit 0
