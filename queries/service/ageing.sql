-- How old the open tickets are, in days by the calendar, and how many of them are past the promised
-- time or wait for the client.
-- Grain: one row per kind with open tickets at the end of the period and age, also when it is 0.
-- Binds: $until (the last day of the period), $client_ids (the clients in view).
-- Returns: kind, from_days, to_days, open_count, breached_count, paused_count.
with still_open as (
    select
        kind,
        age_hours / 24 as age_days,
        state
    from marts.open_tickets_at($until::date, $client_ids)
),

ages as (
    select
        unnest([0, 1, 3, 7, 14, 30, 90]) as from_days,
        unnest([1, 3, 7, 14, 30, 90, null]) as to_days
),

kinds as (
    select distinct kind
    from still_open
)

select
    kinds.kind,
    ages.from_days,
    ages.to_days,
    count(still_open.kind) as open_count,
    count(*) filter (where still_open.state = 'breached') as breached_count,
    count(*) filter (where still_open.state = 'paused') as paused_count
from kinds
cross join ages
left join still_open
    on
        kinds.kind = still_open.kind
        and ages.from_days <= still_open.age_days
        and coalesce(ages.to_days, 'infinity'::double) > still_open.age_days
group by all
order by kinds.kind, ages.from_days
