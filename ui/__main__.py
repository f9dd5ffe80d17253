"""Start the program: ``python -m ui``."""

import sys

from ui.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
