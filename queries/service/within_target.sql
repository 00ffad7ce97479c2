-- Tickets answered and resolved within their target (working hours). One that is still open past
-- its target is counted as missed; one that is open within it is not decided yet.
-- Grain: one row per kind with tickets opened in the period, and in it per severity and segment.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, grouped_by, value, first_response_decided, first_response_within,
--     resolution_decided, resolution_within.
with stopped as (
    select
        kind,
        severity,
        segment,
        count(first_response_target) filter (where first_response_on <= $until)
            as first_response_decided,
        count(*) filter (
            where first_response_on <= $until
            and working_first_response_hours <= first_response_target
        ) as first_response_within,
        count(resolution_target) filter (where resolved_on <= $until) as resolution_decided,
        count(*) filter (
            where resolved_on <= $until and working_resolution_hours <= resolution_target
        ) as resolution_within
    from marts.ticket_times
    where opened_on between $since and $until and in_view(client_id, $client_ids)
    group by kind, severity, segment
    union all
    select
        kind,
        severity,
        segment,
        count(*) filter (where not is_answered and working_age_hours > first_response_target)
            as first_response_decided,
        0 as first_response_within,
        count(*) filter (where working_age_hours > resolution_target) as resolution_decided,
        0 as resolution_within
    from marts.open_tickets_at($until::date, $client_ids)
    where opened_on >= $since
    group by kind, severity, segment
)

select
    kind,
    case
        when grouping(severity) = 0 then 'severity'
        when grouping(segment) = 0 then 'segment'
        else 'all'
    end as grouped_by,
    coalesce(severity::varchar, segment::varchar) as value,
    sum(first_response_decided)::bigint as first_response_decided,
    sum(first_response_within)::bigint as first_response_within,
    sum(resolution_decided)::bigint as resolution_decided,
    sum(resolution_within)::bigint as resolution_within
from stopped
group by
    kind, grouping sets ((), (severity), (segment))
order by kind, grouped_by, severity, segment
