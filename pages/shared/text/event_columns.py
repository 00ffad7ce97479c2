"""English labels of the columns that tell of events and targets."""

from pages.shared.text.vocabulary import marked

EVENT_COLUMNS = {
    "event_id": marked("Event number"),
    "label": marked("What happened"),
    "target_id": marked("Target number"),
    "target": marked("Target"),
    "begins_on": marked("In force from"),
    "ends_on": marked("In force until"),
    "is_in_view": marked("In view"),
    "reached": marked("Reached"),
}
