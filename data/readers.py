"""Who reads: what each person may see and change, by e-mail address."""

from typing import Literal

from pydantic import Field

from data.part import Part


class ReaderRights(Part):
    """One person of the settings' `[readers]`."""

    name: str = Field(min_length=1, description="Name shown on what the person reads and changes.")
    clients: Literal["all"] | tuple[str, ...] = Field(
        default=(), description='Ids of the clients the person sees, or "all".'
    )
    managers: tuple[str, ...] = Field(
        default=(), description="The clients of these managers are seen as well."
    )
    may_edit: bool = Field(
        default=False, description="Whether the person may change actions, events and targets."
    )
    language: Literal["en", "zh-Hans", "zh-Hant"] | None = Field(
        default=None, description="Language of what is sent to the person."
    )
