"""Why a statistic was not worked out: in fields, so that a page can say it in its own language."""

from typing import Literal

Kind = Literal[
    "too few rows", "too few clusters", "no answers", "constant", "collinear", "not converged"
]


class NotFittedError(ValueError):
    """The arguments are well formed, but there is too little in them to answer from.

    `kind` and what goes with it:
    - `too few rows`: `need` rows at least, `have` so many.
    - `too few clusters`: the same of clusters (clients), which the intervals are drawn from.
    - `no answers`: none to any of the indicators asked for.
    - `constant`: every row says the same in the column `name`.
    - `collinear`: the construct `name` follows exactly from others that lead to it.
    - `not converged`: the weights of the path model still changed after `need` rounds.
    """

    def __init__(self, kind: Kind, *, name: str = "", need: int = 0, have: int = 0) -> None:
        super().__init__(kind, name, need, have)
        self.kind: Kind = kind
        self.name = name
        self.need = need
        self.have = have

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.kind, self.name, self.need, self.have)

    def __str__(self) -> str:
        if self.kind in ("too few rows", "too few clusters"):
            return f"{self.kind[8:]} must be at least {self.need}, but are {self.have}"
        if self.kind == "no answers":
            return "answers must be at least 1, but are 0"
        if self.kind == "not converged":
            return f"weights must settle within {self.need} rounds, but did not"
        accepted = "vary" if self.kind == "constant" else "say something of its own"
        return f"{self.name} must {accepted}, but is {self.kind}"


def _again(kind: Kind, name: str, need: int, have: int) -> NotFittedError:
    return NotFittedError(kind, name=name, need=need, have=have)
