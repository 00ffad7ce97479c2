-- Open promises that are due within $days_ahead days after the end of the period, or past their
-- date, by the date last agreed.
-- Grain: one row per such promise: those to come by date, then those past, the longest past first;
--     at most $most_rows of them.
-- Binds: $until (date, included), $client_ids (the clients in view), $days_ahead, $most_rows.
-- Returns: promise_id, kind, client_id, client_name, what, made_by, first_due_on, due_on,
--     days_left, is_moved, is_past_due.
with due as (
    select *
    from marts.open_promises_at($until, $client_ids)
    where days_left <= $days_ahead
    order by is_past_due, due_on, kind, promise_id
    limit $most_rows
)

select
    due.promise_id,
    due.kind,
    due.client_id,
    clients.client_name,
    due.what,
    due.made_by,
    due.first_due_on,
    due.due_on,
    due.days_left,
    due.is_moved,
    due.is_past_due
from due
inner join clients on due.client_id = clients.client_id
order by due.is_past_due, due.due_on, due.kind, due.promise_id
