-- Who a client is, where it stands and what it is worth, as known at the end of the period.
-- Grain: one row per client in view, also one that has left or is not one yet.
-- Binds: $until (date, included), $client_ids (the clients in view), $tier_window, $eps.
-- Returns: client_id, client_name, segment, side, region, industry, manager, regional_manager,
--     client_since, left_on, left_because, tier, tier_since, basis, expectation_gap, answer_count,
--     deciding_reason, deciding_since, last_answered_on, last_complaint_on, unanswered_count,
--     yearly_worth, relationship_years.
select
    clients.client_id,
    clients.client_name,
    clients.segment,
    clients.side,
    clients.region,
    clients.industry,
    clients.manager,
    clients.regional_manager,
    clients.client_since,
    case when clients.left_on <= $until then clients.left_on end as left_on,
    case when clients.left_on <= $until then clients.left_because end as left_because,
    now.tier,
    spans.from_on as tier_since,
    now.basis,
    now.expectation_gap,
    coalesce(now.answer_count, 0) as answer_count,
    now.deciding_reason,
    now.deciding_since,
    contacts.last_answered_on,
    contacts.last_complaint_on,
    contacts.unanswered_count,
    worth.yearly_worth,
    clients.relationship_years
from clients
left join marts.client_tiers_on($until::date, $client_ids, $tier_window, $eps) as now
    on clients.client_id = now.client_id
left join marts.tiers_at($until::date) as spans on clients.client_id = spans.client_id
left join marts.contacts_until($until::date, $client_ids) as contacts
    on clients.client_id = contacts.client_id
left join marts.client_worth as worth on clients.client_id = worth.client_id
where in_view(clients.client_id, $client_ids)
order by clients.client_name, clients.client_id
