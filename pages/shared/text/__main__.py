"""`python -m pages.shared.text`: bring both catalogues up to date and say what is untranslated."""

import sys

from pages.shared.text import catalogues
from pages.shared.text.phrases import template


def main() -> int:
    """Update every catalogue; exit status 1 while a phrase lacks its translation."""
    known = template()
    lacking = {locale: catalogues.update(locale, known) for locale in catalogues.TRANSLATED}
    for locale, phrases in lacking.items():
        sys.stdout.write(f"{locale}: {len(known)} phrases, {len(phrases)} without a translation\n")
        sys.stdout.writelines(f"  {phrase}\n" for phrase in phrases)
    return int(any(lacking.values()))


if __name__ == "__main__":
    sys.exit(main())
