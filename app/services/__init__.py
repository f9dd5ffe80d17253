"""What the specialist can do, one function each."""
