"""Settings of the weekly meeting and its pack."""

from pathlib import Path

from pydantic import Field

from data.part import Part


class Meeting(Part):
    """Settings of the weekly meeting."""

    template: Path | None = Field(
        default=None, description="The company's own PowerPoint file that packs are made from."
    )
