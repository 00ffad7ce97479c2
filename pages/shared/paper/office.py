"""Fonts that Word and PowerPoint have for both scripts, and the languages they check spelling in.

Office files name their fonts and do not carry them; these two come with every Windows and with
Office for Mac.
"""

LATIN = "Arial"
CHINESE = {"en": "Microsoft YaHei", "zh-Hans": "Microsoft YaHei", "zh-Hant": "Microsoft JhengHei"}
LOCALES = {"en": "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
