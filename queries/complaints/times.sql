-- How fast complaints are resolved: half of the resolved ones within so many hours (p50), nine in
-- ten within so many (p90), on the clock; how many are still open, and how many were reopened.
-- Grain: one row per severity with complaints received in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: severity, complaint_count, open_count, resolution_hours_p50, resolution_hours_p90,
--     reopened_count, reopening_known_count.
with known as (
    select
        severity::varchar as severity,
        coalesce(resolved_on <= $until, false) as is_resolved,
        resolution_hours,
        reopened_count
    from marts.complaint_handling
    where received_on >= $since and received_on <= $until and in_view(client_id, $client_ids)
),

measured as (
    select
        severity,
        count(*) as complaint_count,
        count(*) filter (where not is_resolved) as open_count,
        quantile_cont(resolution_hours, [0.5, 0.9]) filter (where is_resolved) as resolution,
        count(*) filter (where reopened_count > 0) as reopened_count,
        count(reopened_count) as reopening_known_count
    from known
    group by severity
)

select
    severity,
    complaint_count,
    open_count,
    resolution[1] as resolution_hours_p50,
    resolution[2] as resolution_hours_p90,
    reopened_count,
    reopening_known_count
from measured
order by severity
