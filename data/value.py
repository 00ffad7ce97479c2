"""The assumptions that the value at stake rests on, with a low and a high case beside them."""

from pydantic import Field, ValidationInfo, field_validator

from data.part import NotNegative, Part, Positive, Share


class Assumptions(Part):
    """What is assumed of a client's worth and of word of mouth (measures.md, section 8)."""

    relationship_years: Positive = Field(
        default=5, description="Years, where a client's are not known."
    )
    retention: Share = Field(default=0.8, description="Share of clients kept from year to year.")
    interest: NotNegative = Field(
        default=0.1, description="Interest a year, for the discounted worth."
    )
    word_of_mouth_a: NotNegative = Field(default=10, description="People an unhappy client tells.")
    word_of_mouth_b: NotNegative = Field(default=5, description="Of them, people who tell others.")
    word_of_mouth_q1: Share = Field(default=1.0, description="Share of the first who are lost.")
    word_of_mouth_q2: Share = Field(default=1.0, description="Share of the second who are lost.")

    @field_validator("interest")
    @classmethod
    def _is_finite(cls, interest: float, given: ValidationInfo) -> float:
        if given.data.get("retention", 0) >= 1 + interest:
            raise ValueError("must be above 0 where all clients are kept, or worth has no end")
        return interest


class LowCase(Assumptions):
    """The same where little is at stake."""

    relationship_years: Positive = 3
    retention: Share = 0.7
    interest: NotNegative = 0.15
    word_of_mouth_q1: Share = 0.1
    word_of_mouth_q2: Share = 0.1


class HighCase(Assumptions):
    """The same where much is at stake."""

    relationship_years: Positive = 8
    retention: Share = 0.9
    interest: NotNegative = 0.05


class Value(Assumptions):
    """What is assumed, and the two cases that are shown beside it."""

    low: LowCase = Field(default=LowCase(), description="Low case of the value at stake.")
    high: HighCase = Field(default=HighCase(), description="High case of the value at stake.")
