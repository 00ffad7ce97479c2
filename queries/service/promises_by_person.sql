-- What each person promised and what became of it: how many days they gave themselves, and how many
-- were left, or went over, when it was done.
-- Grain: one row per person whose promises fell due or were kept; most promises first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: made_by, promise_count, kept, broken, overdue, moved, kept_share, days_promised_p50,
--     slack_days_p50, done_count.
select
    made_by,
    count(*) as promise_count,
    count(*) filter (where outcome = 'kept') as kept,
    count(*) filter (where outcome = 'broken') as broken,
    count(*) filter (where outcome = 'overdue') as overdue,
    count(*) filter (where is_moved) as moved,
    count(*) filter (where outcome = 'kept') / count(*) as kept_share,
    quantile_cont(first_due_on - promised_on, 0.5) as days_promised_p50,
    quantile_cont(slack_days, 0.5) filter (where outcome <> 'overdue') as slack_days_p50,
    count(*) filter (where outcome <> 'overdue') as done_count
from marts.promises_of($since, $until, $client_ids)
where outcome is not null
group by made_by
order by promise_count desc, made_by asc
