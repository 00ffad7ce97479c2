-- When clocks stop, and how long those still running have run: working hours, up to the next tenth.
-- One resolved without a first response has no such clock.
-- Grain: one row per kind, clock and number of hours, of tickets opened in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, clock, working_hours, closed_count, open_count.
with clocks as (
    select
        kind,
        'first_response' as clock,
        working_first_response_hours as hours,
        true as is_closed
    from marts.ticket_times
    where
        opened_on between $since and $until
        and first_response_on <= $until
        and in_view(client_id, $client_ids)
    union all
    select
        kind,
        'resolution' as clock,
        working_resolution_hours as hours,
        true as is_closed
    from marts.ticket_times
    where
        opened_on between $since and $until
        and resolved_on <= $until
        and in_view(client_id, $client_ids)
    union all
    select
        kind,
        unnest(case when is_answered then ['resolution'] else ['first_response', 'resolution'] end)
            as clock,
        working_age_hours as hours,
        false as is_closed
    from marts.open_tickets_at($until::date, $client_ids)
    where opened_on >= $since
),

tenths as (
    select
        kind,
        clock,
        is_closed,
        ceil(round(greatest(hours, 0) * 10, 6)) as tenth_count
    from clocks
)

select
    kind,
    clock,
    tenth_count / 10 as working_hours,
    count(*) filter (where is_closed) as closed_count,
    count(*) filter (where not is_closed) as open_count
from tenths
group by kind, clock, tenth_count
order by kind, clock, tenth_count
