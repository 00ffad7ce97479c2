"""English labels of the columns on the page about one client, marked for translation."""

from pages.shared.text.vocabulary import marked

CLIENT_COLUMNS = {
    "interval": marked("95% interval"),
    "last_complaint_on": marked("Last complaint"),
    "relationship_years": marked("Years as a client"),
    "response_id": marked("Response number"),
    "gap_count": marked("Means the gap rests on"),
    "decided": marked("Decided cases"),
    "due": marked("Promises due"),
    "as_of": marked("As known on"),
    "from_move_count": marked("Moves from this tier"),
    "from_on": marked("From"),
    "to_on": marked("Until"),
    "target_hours": marked("Target in hours"),
    "from_client_count": marked("Clients it rests on"),
    "within_target": marked("Resolved within target"),
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
