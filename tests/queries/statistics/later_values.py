"""Published values that nothing in the product answers for, each with the reason.

Ids are written out, so that a new value in the file is missed neither here nor there.
"""

_IDS = {
    "no measure: customer effort is neither asked nor shown": "ces.delighted",
    "no computation: a table of assumptions about how often the unhappy buy again": "tarp",
    "not used: every percentile here is of type 7, so none needs a label": "pct.type6",
}

REASONS = {identifier: reason for reason, ids in _IDS.items() for identifier in ids.split()}
