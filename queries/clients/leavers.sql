-- Clients that left in the period: why, from which tier, and what went with them.
-- Grain: one row per external client that left, latest first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view),
--     $relationship_years (where a client's own years are not known).
-- Returns: client_id, client_name, segment, manager, left_on, left_because, tier_before, revenue,
--     worth.
select
    clients.client_id,
    clients.client_name,
    clients.segment,
    clients.manager,
    clients.left_on,
    clients.left_because,
    spans.tier as tier_before,
    revenue.amount as revenue,
    valued.yearly_worth * coalesce(clients.relationship_years, $relationship_years) as worth
from clients
inner join marts.client_worth as valued on clients.client_id = valued.client_id
left join marts.tier_spans as spans
    on
        clients.client_id = spans.client_id
        and clients.left_on > spans.from_on
        and clients.left_on <= coalesce(spans.to_on, 'infinity')
-- The twelve whole months before it left.
left join marts.revenue_years as revenue
    on
        clients.client_id = revenue.client_id
        and (date_trunc('month', clients.left_on) - interval 1 month)::date = revenue.month
where
    clients.left_on between $since::date and marts.known_until($until::date)
    and in_view(clients.client_id, $client_ids)
order by clients.left_on desc, worth desc nulls last, clients.client_name asc, clients.client_id asc
