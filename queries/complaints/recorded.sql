-- Since when complaints and grumbles are recorded, and up to which day they can be known.
-- Grain: one row for the whole warehouse; no first day where there is none.
-- Binds: $until (date).
-- Returns: recorded_from, known_until.
select
    min(received_on) as recorded_from,
    marts.known_until($until::date) as known_until
from marts.complaint_days
