-- How many open promises are past the date last agreed, and how many more are due within
-- $days_ahead days after the end of the period.
-- Grain: one row per kind with such promises.
-- Binds: $until (date, included), $client_ids (the clients in view), $days_ahead.
-- Returns: kind, past_due_count, due_soon_count.
select
    kind,
    count(*) filter (where is_past_due) as past_due_count,
    count(*) filter (where not is_past_due) as due_soon_count
from marts.open_promises_at($until, $client_ids)
where days_left <= $days_ahead
group by kind
order by kind
