-- How fast each client's tickets are resolved, and how many within their target (working hours).
-- One still open past its target is counted as missed.
-- Grain: one row per client and kind with tickets opened in the period, most missed targets first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: client_id, client_name, kind, ticket_count, open_count, resolution_decided,
--     resolution_within, working_first_response_hours_p50, working_resolution_hours_p50,
--     first_response_count.
with measured as (
    select
        client_id,
        kind,
        count(*) as ticket_count,
        count(*) - count(*) filter (where resolved_on <= $until) as open_count,
        count(resolution_target) filter (where resolved_on <= $until) as stopped_count,
        count(*) filter (
            where resolved_on <= $until and working_resolution_hours <= resolution_target
        ) as resolution_within,
        quantile_cont(working_first_response_hours, 0.5) filter (where first_response_on <= $until)
            as working_first_response_hours_p50,
        quantile_cont(working_resolution_hours, 0.5) filter (where resolved_on <= $until)
            as working_resolution_hours_p50,
        count(*) filter (where first_response_on <= $until) as first_response_count
    from marts.ticket_times
    where opened_on between $since and $until and in_view(client_id, $client_ids)
    group by client_id, kind
),

late as (
    select
        client_id,
        kind,
        count(*) as late_count
    from marts.open_tickets_at($until::date, $client_ids)
    where opened_on >= $since and working_age_hours > resolution_target
    group by client_id, kind
)

select
    measured.client_id,
    clients.client_name,
    measured.kind,
    measured.ticket_count,
    measured.open_count,
    measured.stopped_count + coalesce(late.late_count, 0) as resolution_decided,
    measured.resolution_within,
    measured.working_first_response_hours_p50,
    measured.working_resolution_hours_p50,
    measured.first_response_count
from measured
inner join clients on measured.client_id = clients.client_id
left join late on measured.client_id = late.client_id and measured.kind = late.kind
order by
    resolution_decided - measured.resolution_within desc,
    clients.client_name asc,
    measured.client_id asc,
    measured.kind asc
