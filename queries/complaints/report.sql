-- One complaint and its client, as known at the end of the period.
-- Grain: one row; none for a grumble, one received later, or a client that is not in view.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view), $uncontrollable_causes.
-- Returns: complaint_id, known_at, severity, cause, is_controllable, channel, description,
--     received_at, promised_at, first_promised_at, resolved_at, days_open, is_overdue,
--     client_id, client_name, segment, side, region, industry, manager, regional_manager,
--     client_since, tier_before, tier.
with looked_at as (
    select marts.known_until($until::date) as on_day
)

select
    handled.complaint_id,
    marts.moment_of($until::date) as known_at,
    handled.severity,
    handled.cause,
    case
        when handled.cause <> 'other'
            then handled.cause::varchar not in (select unnest($uncontrollable_causes::varchar[]))
    end as is_controllable,
    complaints.channel,
    complaints.description,
    handled.received_at,
    coalesce(complaints.promised_at, complaints.first_promised_at) as promised_at,
    coalesce(complaints.first_promised_at, complaints.promised_at) as first_promised_at,
    case when handled.resolved_on <= $until then complaints.resolved_at end as resolved_at,
    least(handled.resolved_on, looked_at.on_day) - handled.received_on as days_open,
    coalesce(handled.overdue_on <= $until, false)
    and coalesce(handled.resolved_on > $until, true) as is_overdue,
    clients.client_id,
    clients.client_name,
    clients.segment,
    clients.side,
    clients.region,
    clients.industry,
    clients.manager,
    clients.regional_manager,
    clients.client_since,
    earlier.tier as tier_before,
    now_known.tier
from marts.complaint_handling as handled
cross join looked_at
inner join complaints on handled.complaint_id = complaints.complaint_id
inner join clients on handled.client_id = clients.client_id
left join marts.tier_spans as earlier
    on
        handled.client_id = earlier.client_id
        and handled.received_on - 1 >= earlier.from_on
        and coalesce(handled.received_on - 1 < earlier.to_on, true)
left join marts.tier_spans as now_known
    on
        handled.client_id = now_known.client_id
        and looked_at.on_day >= now_known.from_on
        and coalesce(looked_at.on_day < now_known.to_on, true)
where
    handled.complaint_id = $complaint_id
    and handled.received_on <= $until
    and in_view(handled.client_id, $client_ids)
order by handled.complaint_id
