"""English labels of the columns about the actions of the weekly meeting."""

from pages.shared.text.vocabulary import marked

ACTION_COLUMNS = {
    "action_id": marked("Action"),
    "raised_on": marked("Agreed"),
    "carried_weeks": marked("Weeks late"),
    "moved_count": marked("Times moved"),
    "comment_count": marked("Comments"),
    "last_comment": marked("Last comment"),
    "table_name": marked("Table"),
    "record_id": marked("Key"),
    "is_there": marked("Is there"),
}
