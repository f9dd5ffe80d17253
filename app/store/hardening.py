"""Keep the memory of the program, which holds the key, out of files."""

import sys

if sys.platform == "win32":

    def forbid_core_dumps() -> None:
        """Do nothing: Windows writes no dump of a program unless told to."""
else:
    import resource

    def forbid_core_dumps() -> None:
        """Ask the system not to write this program's memory down when it crashes."""
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
