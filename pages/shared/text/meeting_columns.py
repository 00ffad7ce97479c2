"""English labels of the columns that the slides of the weekly meeting are made of."""

from pages.shared.text.vocabulary import marked

MEETING_COLUMNS = {
    "is_due_now": marked("First due in the period"),
    "week_count": marked("This week"),
    "week_n": marked("This week, of"),
    "before_count": marked("Before"),
    "before_n": marked("Before, of"),
    "answered_within": marked("Answered within target"),
    "answered_decided": marked("Of first responses decided"),
}
