"""Published importance of drivers (see reproducing.py)."""

import pandas as pd

from queries.statistics import drivers
from tests.queries.statistics.reproducing import Computations, Computed, Fixture, Value, data_of

COMPUTED = Computations()


@COMPUTED.of("lmg.attitude")
def shares_of_attitudes(value: Value, fixture: Fixture) -> Computed:
    employees = data_of(value["dataset"])
    return list(drivers.lmg(employees.drop(columns="rating"), employees.rating))


@COMPUTED.of("rw.mtcars")
def relative_weights(value: Value, fixture: Fixture) -> Computed:
    return list(weights_of_cars(value))


@COMPUTED.of("rw.mtcars.r2")
def sum_of_relative_weights(value: Value, fixture: Fixture) -> Computed:
    return float(weights_of_cars(value).sum())


def weights_of_cars(value: Value) -> pd.Series:
    cars = data_of(value["dataset"])
    return drivers.relative_weights(cars[["cyl", "disp", "hp", "gear"]], cars.mpg)
