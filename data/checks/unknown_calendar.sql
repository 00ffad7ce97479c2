-- Clients name a calendar that the settings do not have; their times are measured by `standard`.
-- Grain: one row per such client.
-- Binds: $calendars (the names in the settings).
-- Returns: client_id, calendar.
select
    client_id,
    calendar
from clients
where not list_contains($calendars, calendar)
