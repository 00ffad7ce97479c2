-- How many problems are open, how many of them are past the date last agreed, and how many more are
-- due within $points_soon_days days.
-- Grain: one row per source with open problems: complaint, fault, requirement, delivery, promise.
-- Binds: $until (date, included), $client_ids (the clients in view), $points_soon_days.
-- Returns: source, open_count, past_due_count, due_soon_count.
with problems as (
    select
        source,
        state in ('breached', 'overdue') as is_past_due,
        due_on - marts.known_until($until) <= $points_soon_days as is_soon
    from marts.open_problems_at($until, $client_ids)
)

select
    source,
    count(*) as open_count,
    count(*) filter (where is_past_due) as past_due_count,
    count(*) filter (where is_soon and not is_past_due) as due_soon_count
from problems
group by source
order by source
