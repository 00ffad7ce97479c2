-- Worth of the clients in each tier, under assumptions: at stake is that of basic and complaining.
-- Grain: one row per tier and one for the unheard, also when no client is in it.
-- Binds: $until (date), $client_ids (the clients in view), $relationship_years (where a client's
--     own years are not known).
-- Returns: tier, client_count, unknown_count, worth.
with tiers as (
    select unnest(list_append(enum_range(null::tier)::varchar[], 'unheard')) as tier
),

valued as (
    select
        coalesce(standing.tier::varchar, 'unheard') as tier,
        worth.yearly_worth * coalesce(clients.relationship_years, $relationship_years) as worth
    from clients
    inner join marts.client_worth as worth on clients.client_id = worth.client_id
    left join marts.tiers_at($until::date) as standing on clients.client_id = standing.client_id
    where
        marts.is_active(clients.client_since, clients.left_on, $until::date)
        and in_view(clients.client_id, $client_ids)
)

select
    tiers.tier,
    count(valued.tier) as client_count,
    count(valued.tier) - count(valued.worth) as unknown_count,
    -- Nobody is worth nothing; of somebody, no worth may be known.
    case when count(valued.tier) = 0 then 0 else sum(valued.worth) end as worth
from tiers
left join valued on tiers.tier = valued.tier
group by tiers.tier
order by enum_code(try_cast(tiers.tier as tier)) nulls last
