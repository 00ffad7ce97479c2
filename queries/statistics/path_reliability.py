"""How well do the columns of a construct measure one thing? From their correlations."""

import numpy as np
import pandas as pd

from queries.statistics.arrays import Numbers
from queries.statistics.path_structure import Structure


def table(correlations: Numbers, structure: Structure) -> pd.DataFrame:
    """By construct `alpha` and `rho`; NaN for a construct of one column, which nothing tells."""
    found = {}
    for construct in structure.constructs:
        places = structure.columns_of(construct)
        own = correlations[np.ix_(places, places)]
        found[construct] = (alpha(own), rho(own)) if len(places) > 1 else (np.nan, np.nan)
    return pd.DataFrame.from_dict(found, orient="index", columns=["alpha", "rho"])


def alpha(correlations: Numbers) -> float:
    """Cronbach's alpha of standardised columns."""
    count = len(correlations)
    return float(count / (count - 1) * (1 - count / correlations.sum()))


def rho(correlations: Numbers) -> float:
    """Dillon and Goldstein's rho, from the loadings on the first principal component."""
    values, vectors = np.linalg.eigh(correlations)
    common = values[-1] * vectors[:, -1].sum() ** 2
    return float(common / (common + len(correlations) - values[-1]))
