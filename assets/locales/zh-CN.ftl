# The words of the program in simplified Chinese. A message that is missing here is said in English.

## Reports

