-- How many tickets were answered and resolved within so many working hours.
-- Grain: one row per kind with tickets opened in the period, clock and bucket, also when it is 0.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, clock, up_to_hours, ticket_count.
with known as (
    select
        kind,
        case when first_response_on <= $until then working_first_response_hours end as answered,
        case when resolved_on <= $until then working_resolution_hours end as resolved
    from marts.ticket_times
    where opened_on between $since and $until and in_view(client_id, $client_ids)
),

bounds as (
    select unnest([1, 2, 4, 8, 16, 40, 80, 160, 320, 'infinity'::double]) as up_to_hours
),

counted as (
    select
        kind,
        histogram(known.answered, (select list(bounds.up_to_hours) from bounds)) as answered,
        histogram(known.resolved, (select list(bounds.up_to_hours) from bounds)) as resolved
    from known
    group by kind
),

by_clock as (
    select
        kind,
        'first_response' as clock,
        answered as ticket_counts
    from counted
    union all
    select
        kind,
        'resolution' as clock,
        resolved as ticket_counts
    from counted
)

select
    by_clock.kind,
    by_clock.clock,
    case when bounds.up_to_hours < 'infinity' then bounds.up_to_hours end as up_to_hours,
    coalesce(by_clock.ticket_counts[bounds.up_to_hours], 0)::bigint as ticket_count
from by_clock
cross join bounds
order by by_clock.kind, by_clock.clock, bounds.up_to_hours
