-- Promises done after their first date, or past it and still open, latest first.
-- Grain: one row per promise broken or overdue at the end of the period; at most $most_rows.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $most_rows.
-- Returns: promise_id, kind, client_id, client_name, what, made_by, promised_on, first_due_on,
--     due_on, done_on, days_late, is_moved, state.
with late as (
    select
        * exclude (done_on, outcome),
        case when outcome = 'broken' then done_on end as done_on,
        outcome as state
    from marts.promises_of($since, $until, $client_ids)
    where outcome in ('broken', 'overdue')
),

latest as (
    select
        *,
        coalesce(done_on, marts.known_until($until)) - first_due_on as days_late
    from late
    order by days_late desc, first_due_on asc, kind asc, promise_id asc
    limit $most_rows
)

select
    latest.promise_id,
    latest.kind,
    latest.client_id,
    clients.client_name,
    latest.what,
    latest.made_by,
    latest.promised_on,
    latest.first_due_on,
    latest.due_on,
    latest.done_on,
    latest.days_late,
    latest.is_moved,
    latest.state
from latest
inner join clients on latest.client_id = clients.client_id
order by latest.days_late desc, latest.first_due_on asc, latest.kind asc, latest.promise_id asc
