# The words of the program in French. A message that is missing here is said in English.

## Reports

