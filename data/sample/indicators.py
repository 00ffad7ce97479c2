"""The questions that are asked: two questionnaires of ten questions each.

The service check asks two questions on each of the five dimensions, with all levels of expectation.
The relationship survey asks for the constructs of the satisfaction index, so that a path model has
complete rows. Each response answers all ten questions of one of them.

The list is in `indicators.csv`: the columns of the table, then in points of ten how far experience
(`strength`) and expectations (`hope`) lie from the client's general level, and the importance.
"""

from pathlib import Path

import pandas as pd

TABLE = pd.read_csv(Path(__file__).with_name("indicators.csv"))
SERVICE_CHECK = tuple(range(10))
RELATIONSHIP_SURVEY = (0, 2, 8, 10, 11, 12, 13, 14, 15, 16)
