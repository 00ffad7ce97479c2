"""python -m pages.meeting: write the weekly pack to a file, for a timer or by hand."""

import sys

from streamlit.logger import set_log_level


def main() -> int:
    """Run the command; gives its exit status (tables.md)."""
    set_log_level("ERROR")  # before the rest is imported: Streamlit remarks that no page is running
    from pages.meeting.pack import command

    return command.main()


if __name__ == "__main__":
    sys.exit(main())
