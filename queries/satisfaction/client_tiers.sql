-- Tier of each client, the tier before the period, and the evidence: scores, gaps, answers,
--     complaint.
-- Grain: one row per client active at the end of the period, heard or not (then its tier is empty).
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $tier_window,
--     $eps.
-- Returns: client_id, client_name, segment, tier, previous_tier, basis, perceived, minimum,
--     expected, desired, adequacy_gap, expectation_gap, superiority_gap, answer_count,
--     inverted_count, last_answered_on, region, industry, manager, tier_since,
--     deciding_complaint_id, deciding_since, deciding_reason.
with now as (
    select * from marts.client_tiers_on($until::date, $client_ids, $tier_window, $eps)
)

select
    now.client_id,
    clients.client_name,
    clients.segment,
    now.tier,
    before.tier as previous_tier,
    now.basis,
    now.perceived,
    now.minimum,
    now.expected,
    now.desired,
    now.adequacy_gap,
    now.expectation_gap,
    now.superiority_gap,
    now.answer_count,
    now.inverted_count,
    now.last_answered_on,
    clients.region,
    clients.industry,
    clients.manager,
    spans.from_on as tier_since,
    now.deciding_complaint_id,
    now.deciding_since,
    now.deciding_reason
from now
inner join clients on now.client_id = clients.client_id
left join marts.tiers_at($since::date - 1) as before on now.client_id = before.client_id
left join marts.tiers_at($until::date) as spans on now.client_id = spans.client_id
order by
    now.tier desc nulls last,
    now.expectation_gap asc nulls last,
    clients.client_name asc,
    now.client_id asc
