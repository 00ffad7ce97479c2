-- Promises that are made and not done at the end of the period, also those of tickets and
--     complaints.
-- Grain: one row per open promise, by the date last agreed; at most $most_rows of them.
-- Binds: $until (date, included), $client_ids (the clients in view), $most_rows.
-- Returns: client_id, promise_id, kind, what, made_by, due_on, days_left, is_past_due.
select
    client_id,
    promise_id,
    kind,
    what,
    made_by,
    due_on,
    days_left,
    is_past_due
from marts.open_promises_at($until::date, $client_ids)
order by due_on, kind, promise_id
limit $most_rows
