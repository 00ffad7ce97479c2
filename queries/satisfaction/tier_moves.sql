-- Clients by tier at the end of the day before the period and by tier at its end; who left is a
-- state of its own.
-- Grain: one row per pair of tiers that occurs, stays included; clients heard at both ends, or
--     heard and left.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: from_tier, to_tier, client_count.
with moves as (
    select
        before.tier as from_tier,
        case when clients.left_on <= $until then 'left' else now.tier::varchar end as to_tier
    from marts.tiers_at($since::date - 1) as before
    inner join clients on before.client_id = clients.client_id
    left join marts.tiers_at($until::date) as now on before.client_id = now.client_id
    where in_view(before.client_id, $client_ids)
),

counted as (
    select
        from_tier,
        to_tier,
        count(*) as client_count
    from moves
    where to_tier is not null
    group by from_tier, to_tier
)

select
    from_tier,
    to_tier,
    client_count
from counted
order by from_tier, try_cast(to_tier as tier) nulls last
