-- Clients by tier at the end of the day before the period and by tier at its end; who left is a
-- state of its own.
-- Grain: one row per pair of tiers that occurs, stays included; clients heard at both ends, or
--     heard and left.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: from_tier, to_tier, client_count.
with before as (
    select
        client_id,
        tier
    from marts.tier_spans
    where
        from_on < $since
        and coalesce(to_on >= $since, true)
        and marts.in_view(client_id, $client_ids)
),

now as (
    select
        client_id,
        tier
    from marts.tier_spans
    where from_on <= $until and coalesce(to_on > $until, true)
),

moves as (
    select
        before.tier as from_tier,
        case when clients.left_on <= $until then 'left' else now.tier::varchar end as to_tier
    from before
    inner join clients on before.client_id = clients.client_id
    left join now on before.client_id = now.client_id
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
