-- How fast tickets are answered and resolved: half of them within so many hours (p50), nine in ten
-- within so many (p90), on the clock and in working hours.
-- Grain: one row per kind with tickets opened in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, ticket_count, open_count, first_response_count,
--     first_response_hours_p50, first_response_hours_p90,
--     resolution_hours_p50, resolution_hours_p90,
--     working_first_response_hours_p50, working_first_response_hours_p90,
--     working_resolution_hours_p50, working_resolution_hours_p90.
with known as (
    select
        kind,
        first_response_on <= $until as is_answered,
        resolved_on <= $until as is_resolved,
        first_response_hours,
        resolution_hours,
        working_first_response_hours,
        working_resolution_hours
    from marts.ticket_times
    where opened_on between $since and $until and in_view(client_id, $client_ids)
),

measured as (
    select
        kind,
        count(*) as ticket_count,
        count(*) - count(*) filter (where is_resolved) as open_count,
        count(*) filter (where is_answered) as first_response_count,
        quantile_cont(first_response_hours, [0.5, 0.9]) filter (where is_answered)
            as first_response,
        quantile_cont(resolution_hours, [0.5, 0.9]) filter (where is_resolved) as resolution,
        quantile_cont(working_first_response_hours, [0.5, 0.9]) filter (where is_answered)
            as working_first_response,
        quantile_cont(working_resolution_hours, [0.5, 0.9]) filter (where is_resolved)
            as working_resolution
    from known
    group by kind
)

select
    kind,
    ticket_count,
    open_count,
    first_response_count,
    first_response[1] as first_response_hours_p50,
    first_response[2] as first_response_hours_p90,
    resolution[1] as resolution_hours_p50,
    resolution[2] as resolution_hours_p90,
    working_first_response[1] as working_first_response_hours_p50,
    working_first_response[2] as working_first_response_hours_p90,
    working_resolution[1] as working_resolution_hours_p50,
    working_resolution[2] as working_resolution_hours_p90
from measured
order by kind
