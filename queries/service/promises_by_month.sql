-- Promises by the month of their first date: kept, broken, or overdue and still open; and how many
-- of these were moved to a later date.
-- Grain: one row per month and kind with promises; one that is neither due nor done is in no count.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: month, kind, kept, broken, overdue, moved, kept_share.
select
    date_trunc('month', first_due_on)::date as month,
    kind,
    count(*) filter (where outcome = 'kept') as kept,
    count(*) filter (where outcome = 'broken') as broken,
    count(*) filter (where outcome = 'overdue') as overdue,
    count(*) filter (where is_moved and outcome is not null) as moved,
    count(*) filter (where outcome = 'kept') / nullif(count(outcome), 0) as kept_share
from marts.promises_of($since, $until, $client_ids)
group by month, kind
order by month, kind
