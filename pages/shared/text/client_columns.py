"""English labels of the columns on the page about one client, marked for translation."""

from pages.shared.text.vocabulary import marked

CLIENT_COLUMNS = {
    "interval": marked("95 % interval"),
    "move_count": marked("Moves"),
    "detail": marked("Details"),
    "comment": marked("Comment"),
    "own": marked("This client"),
    "against_segment": marked("Others of its segment"),
    "segment_difference": marked("Against its segment"),
    "against_base": marked("All others"),
    "base_difference": marked("Against all others"),
    "answered_on": marked("Answered on"),
    "recommend": marked("Would recommend (0–10)"),
    "touchpoint": marked("Occasion"),
    "respondent_role": marked("Role of who answered"),
}
