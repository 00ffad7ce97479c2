-- Complaints resolved in the period whose client did not come back in time, or left.
-- Grain: one row per complaint, latest resolution first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: complaint_id, client_id, client_name, severity, resolved_on, tier_before, tier_after,
--     outcome.
select
    recovered.complaint_id,
    recovered.client_id,
    clients.client_name,
    recovered.severity,
    recovered.resolved_on,
    recovered.tier_before,
    case when recovered.outcome = 'left' then 'left' else recovered.tier_after::varchar end
        as tier_after,
    recovered.outcome
from marts.recovered_at($since::date, $until::date, $client_ids) as recovered
inner join clients on recovered.client_id = clients.client_id
where recovered.outcome in ('not_recovered', 'left')
order by recovered.resolved_on desc, recovered.complaint_id asc
