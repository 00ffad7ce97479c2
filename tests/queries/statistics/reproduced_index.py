"""Published path models, their reliability and the satisfaction index (see reproducing.py)."""

from functools import cache

import pandas as pd

from queries.statistics import index, path_model
from queries.statistics.path_model import PathModel
from tests.queries.statistics.reproducing import Computations, Computed, Fixture, Value, data_of

COMPUTED = Computations()
ALIKE = {"Image": "IMAG", "Expectation": "CUEX", "Quality": "PERQ", "Value": "PERV"}
ALIKE |= {"Satisfaction": "CUSA", "Complaints": "CUSCO", "Loyalty": "CUSL"}
LEADS_TO = {
    "Image": ("Expectation", "Satisfaction", "Loyalty"),
    "Expectation": ("Quality", "Value", "Satisfaction"),
    "Quality": ("Value", "Satisfaction"),
    "Value": ("Satisfaction",),
    "Satisfaction": ("Complaints", "Loyalty"),
    "Complaints": ("Loyalty",),
}
PATHS = [(start, end) for start, ends in LEADS_TO.items() for end in ends]
EXPLAINED = ["Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty"]
SATISFACTION = ["CUSA1", "CUSA2", "CUSA3"]


@cache
def mobile_phones(scheme: str) -> PathModel:
    """The model of Tenenhaus and others (2005), 250 customers, scales 1–10."""
    answers = data_of("mobi.csv")
    measured = {
        name: [column for column in answers if str(column).startswith(alike)]
        for name, alike in ALIKE.items()
    }
    return path_model.fit(answers, measured, PATHS, scheme)


def scheme_of(value: Value) -> str:
    return "centroid" if "centroid" in value["id"] + value["statistic"] else "path"


def arrow_of(value: Value) -> tuple[str, str]:
    start, end = value["id"].split(".")[-1].split("->")
    return start, end


def path(value: Value, fixture: Fixture) -> Computed:
    return float(mobile_phones(scheme_of(value)).paths[arrow_of(value)])


# The arrows from value and from complaints were not published.
for start, end in PATHS:
    if start not in ("Value", "Complaints"):
        COMPUTED.of(f"pls.mobi.path.path.{start}->{end}", f"pls.mobi.centroid.path.{start}->{end}")(
            path
        )


@COMPUTED.of(
    "pls.mobi.path.weights.Satisfaction",
    "pls.mobi.path.weights.Loyalty",
    "pls.mobi.path.weights.Expectation",
    "pls.mobi.centroid.weights.Satisfaction",
    "pls.mobi.centroid.weights.Loyalty",
    "pls.mobi.centroid.weights.Expectation",
)
def weights(value: Value, fixture: Fixture) -> Computed:
    return list(mobile_phones(scheme_of(value)).weights[value["id"].split(".")[-1]])


@COMPUTED.of(
    "pls.mobi.path.loadings.Satisfaction",
    "pls.mobi.path.loadings.Expectation",
    "pls.mobi.centroid.loadings.Satisfaction",
    "pls.mobi.centroid.loadings.Expectation",
)
def loadings(value: Value, fixture: Fixture) -> Computed:
    return list(mobile_phones(scheme_of(value)).loadings[value["id"].split(".")[-1]])


@COMPUTED.of("pls.mobi.path.r2", "pls.mobi.centroid.r2")
def explained(value: Value, fixture: Fixture) -> Computed:
    return list(mobile_phones(scheme_of(value)).r_squared[EXPLAINED])


@COMPUTED.of(
    "pls.mobi.boot.se.Image->Expectation",
    "pls.mobi.boot.se.Quality->Satisfaction",
    "pls.mobi.boot.se.Satisfaction->Loyalty",
    "pls.mobi.boot.se.Complaints->Loyalty",
)
def standard_error(value: Value, fixture: Fixture) -> Computed:
    intervals = mobile_phones(scheme_of(value)).intervals()
    return float(intervals["standard_error"][arrow_of(value)])


@COMPUTED.of("rel.bank.alpha.QUAL", "rel.bank.alpha.SAT", "rel.bank.rho.QUAL", "rel.bank.rho.SAT")
def reliability(value: Value, fixture: Fixture) -> Computed:
    _, _, measure, construct = value["id"].split(".")
    return float(bank().reliability.loc[construct, measure])


def bank() -> PathModel:
    answers = data_of("satisfaction_bank.csv")
    measured = {
        name: [column for column in answers if str(column).startswith(name.lower())]
        for name in ("QUAL", "SAT")
    }
    return path_model.fit(answers, measured, [("QUAL", "SAT")], "centroid", scaled=False)


@COMPUTED.of("acsi.mobi.satisfaction.path", "acsi.mobi.satisfaction.centroid")
def index_by_the_model(value: Value, fixture: Fixture) -> Computed:
    return mobile_phones(scheme_of(value)).index("Satisfaction", 1, 10).value


@COMPUTED.of("acsi.mobi.satisfaction.equal")
def index_by_equal_weights(value: Value, fixture: Fixture) -> Computed:
    return fixed_index([1, 1, 1])


@COMPUTED.of("acsi.mobi.satisfaction.ohio")
def index_by_published_weights(value: Value, fixture: Fixture) -> Computed:
    return fixed_index([0.3885, 0.3190, 0.2925])


def fixed_index(weights: list[float]) -> float:
    answers = data_of("mobi.csv")[SATISFACTION]
    return index.fixed(answers, pd.Series(weights, SATISFACTION), 1, 10).value


@COMPUTED.of("acsi.bounds")
def ends_of_the_index(value: Value, fixture: Fixture) -> Computed:
    weights = pd.Series([0.2, 3.0, 0.01], SATISFACTION)
    all_alike = [pd.DataFrame(answer, range(20), SATISFACTION) for answer in (1.0, 10.0)]
    return [index.fixed(answers, weights, 1, 10).value for answers in all_alike]
