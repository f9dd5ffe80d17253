"""What the specialist can do, tested on real encrypted caseloads."""
