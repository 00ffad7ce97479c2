-- Clients heard and not heard at the end of each month: what every share of tiers rests on.
-- Grain: one row per month of the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: month, active_count, heard_count, unheard_count.
with months as (
    select
        first_day::date as month,
        least(last_day(first_day), $until) as as_of
    from
        range(
            date_trunc('month', $since), $until + interval 1 day, interval 1 month
        ) as months (first_day)
),

active as (
    select
        months.month,
        count(clients.client_id) as active_count
    from months
    left join clients
        on
            marts.is_active(clients.client_since, clients.left_on, months.as_of)
            and in_view(clients.client_id, $client_ids)
    group by all
),

heard as (
    select
        months.month,
        count(*) as heard_count
    from marts.tier_spans as spans
    inner join months
        on spans.from_on <= months.as_of and coalesce(spans.to_on, 'infinity') > months.as_of
    where in_view(spans.client_id, $client_ids)
    group by all
)

select
    active.month,
    active.active_count,
    coalesce(heard.heard_count, 0) as heard_count,
    active.active_count - coalesce(heard.heard_count, 0) as unheard_count
from active
left join heard on active.month = heard.month
order by active.month
