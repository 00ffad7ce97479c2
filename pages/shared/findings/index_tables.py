"""The path model as compact tables, and what each of them says in a sentence.

A coefficient of at least 0.7 between a question and its construct, and an alpha of at least 0.7,
are what is commonly asked of a construct (Nunnally 1978): less is named.
"""

import pandas as pd

from pages.shared.findings.wording import few_names, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words

LEAST = 0.7


def effects_told(effects: pd.DataFrame) -> str:
    """How many arrows can be told from noise."""
    arrows = effects[effects["coefficient"].notna()]
    clear = int(((arrows.coefficient_low > 0) | (arrows.coefficient_high < 0)).sum())
    return ngettext(
        "{clear} of {count} arrow is more than noise. Points: what one point more on the left"
        " gives on the right.",
        "{clear} of {count} arrows are more than noise. Points: what one point more on the left"
        " gives on the right.",
        len(arrows),
    ).format(clear=numbers.number(clear), count=numbers.number(len(arrows)))


def effects_table(effects: pd.DataFrame) -> pd.DataFrame:
    """Each as `quality → satisfaction`; as text with its interval coefficient, total and points."""
    rows = rows_of(effects)
    told = pd.DataFrame({"effect": [arrow(row) for row in rows]})
    for name, low, high in (
        ("coefficient", "coefficient_low", "coefficient_high"),
        ("total_effect", "total_low", "total_high"),
        ("effect_points", "points_low", "points_high"),
    ):
        told[name] = [_with_ends(row, name, low, high) for row in rows]
    return told


def arrow(row: Row) -> str:
    """`quality → satisfaction`."""
    return _("{before} → {after}").format(
        before=words.latent(row["from_construct"]), after=words.latent(row["to_construct"])
    )


def _with_ends(row: Row, name: str, low: str, high: str) -> str:
    value, ends = row[name], (row[low], row[high])
    if value != value:
        return numbers.MISSING
    style = "signed" if min(ends) < 0 else "number"
    return words.noted(numbers.number(value, 2), numbers.interval_text(*ends, 2, style))


def constructs_told(constructs: pd.DataFrame) -> str:
    """Whether the questions of each construct agree."""
    known = constructs[constructs["alpha"].notna()]
    weak = known[known["alpha"] < LEAST]
    single = int(constructs["alpha"].isna().sum())
    if len(weak):
        told = _("Questions agree poorly (alpha below {least}): {names}.").format(
            least=numbers.number(LEAST, 1), names=words.join(map(words.latent, weak["construct"]))
        )
    elif len(known):
        told = _("Questions of one construct agree well: alpha is at least {alpha}.").format(
            alpha=numbers.number(known["alpha"].min(), 2)
        )
    else:
        told = None
    alone = ngettext(
        "{count} construct rests on a single question.",
        "{count} constructs rest on a single question.",
        single,
    ).format(count=numbers.number(single))
    return paragraph(told, alone if single else None)


def constructs_table(constructs: pd.DataFrame) -> pd.DataFrame:
    """Construct, mean of 100 with its interval, R², alpha, rho, and its number of questions."""
    rows = rows_of(constructs)
    means = [
        words.noted(
            numbers.number(row["mean_index"], 1),
            numbers.interval_text(row["index_low"], row["index_high"], 1),
        )
        for row in rows
    ]
    explained = [numbers.percent(row["r_squared"]) for row in rows]
    told = constructs.assign(mean_index=means, r_squared=explained)
    return told.drop(columns=["index_low", "index_high"])


def questions_told(questions: pd.DataFrame) -> str:
    """How many questions measure the constructs, and which do not go with their own."""
    told = ngettext(
        "{count} question is in the model.",
        "{count} questions are in the model.",
        len(questions),
    ).format(count=numbers.number(len(questions)))
    weak = questions[questions["loading"] < LEAST]
    if weak.empty:
        return told
    named = few_names([words.quoted(question) for question in weak["question"]])
    if named is None:
        return paragraph(
            told,
            _("{count} of them go poorly with their construct (loading below {least}).").format(
                count=numbers.number(len(weak)), least=numbers.number(LEAST, 1)
            ),
        )
    poorly = _("Poorly with its construct (loading below {least}) goes: {names}.").format(
        least=numbers.number(LEAST, 1), names=named
    )
    return paragraph(told, poorly)


def questions_table(questions: pd.DataFrame) -> pd.DataFrame:
    """All of it: construct, question, loading, weight."""
    return questions
