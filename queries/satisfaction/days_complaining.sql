-- Days that clients spent in the lowest tier.
-- Grain: one row per client that was complaining on at least one day of the period, longest first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: client_id, client_name, segment, manager, day_count, is_complaining.
with spells as (
    select
        client_id,
        datediff(
            'day', greatest(from_on, $since), least(coalesce(to_on, 'infinity'), $until + 1)
        ) as day_count,
        coalesce(to_on > $until, true) as is_complaining
    from marts.tier_spans
    where
        tier = 'complaining'
        and from_on <= $until
        and coalesce(to_on > $since, true)
        and in_view(client_id, $client_ids)
)

select
    spells.client_id,
    clients.client_name,
    clients.segment,
    clients.manager,
    sum(spells.day_count)::bigint as day_count,
    bool_or(spells.is_complaining) as is_complaining
from spells
inner join clients on spells.client_id = clients.client_id
group by all
order by day_count desc, clients.client_name asc, spells.client_id asc
