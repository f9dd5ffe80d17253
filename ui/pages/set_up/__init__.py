"""Set-up: the questions of the first start, one step at a time, left and resumed."""
