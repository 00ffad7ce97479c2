-- How long complaints received in the period took until resolved, or have been open so far: what
-- the share still open after so many hours is worked out from.
-- Grain: one row per severity and number of hours on the clock, begun hours counted as whole.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: severity, hours, closed_count, open_count.
with watched as (
    select
        severity::varchar as severity,
        coalesce(resolved_on <= $until, false) as is_resolved,
        resolution_hours,
        marts.hours_of(epoch_us(marts.moment_of($until::date)) - epoch_us(received_at)) as age_hours
    from marts.complaint_handling
    where received_on >= $since and received_on <= $until and in_view(client_id, $client_ids)
)

select
    severity,
    ceil(case when is_resolved then resolution_hours else age_hours end)::bigint as hours,
    count(*) filter (where is_resolved) as closed_count,
    count(*) filter (where not is_resolved) as open_count
from watched
group by all
order by severity, hours
