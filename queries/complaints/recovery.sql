-- Clients won back or lost after complaints resolved in the period, as known at its end.
-- Grain: one row per tier before the complaint and outcome, watched to the end or not.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: tier_before, outcome, complaint_count, is_over.
select
    tier_before,
    outcome,
    count(*) as complaint_count,
    is_over
from marts.recovered_at($since::date, $until::date, $client_ids)
group by tier_before, outcome, is_over
order by tier_before nulls last, outcome, is_over
