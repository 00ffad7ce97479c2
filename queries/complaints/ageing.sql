-- How long the complaints open at the end of the period have been open, and how many of them are
-- past their promised date.
-- Grain: one row per severity and span of days since they were received, also an empty one.
-- Binds: $until (date), $client_ids (the clients in view).
-- Returns: severity, from_days, to_days, open_count, overdue_count.
with bounds as (
    select unnest([0, 1, 3, 7, 14, 30, 90]) as from_days
),

spans as (
    select
        severities.severity::varchar as severity,
        bounds.from_days,
        lead(bounds.from_days) over (
            partition by severities.severity order by bounds.from_days
        ) as to_days
    from (select unnest(enum_range(null::complaint_severity)) as severity) as severities
    cross join bounds
),

still_open as (
    select
        severity::varchar as severity,
        marts.hours_of(epoch_us(marts.moment_of($until::date)) - epoch_us(received_at)) / 24
            as age_days,
        coalesce(overdue_on <= $until, false) as is_overdue
    from marts.complaint_handling
    where
        received_on <= $until
        and coalesce(resolved_on > $until, true)
        and in_view(client_id, $client_ids)
),

counted as (
    select
        still_open.severity,
        bounds.from_days,
        count(*) as open_count,
        count(*) filter (where still_open.is_overdue) as overdue_count
    from still_open
    asof inner join bounds on still_open.age_days >= bounds.from_days
    group by all
)

select
    spans.severity,
    spans.from_days,
    spans.to_days,
    coalesce(counted.open_count, 0) as open_count,
    coalesce(counted.overdue_count, 0) as overdue_count
from spans
left join counted
    on spans.severity = counted.severity and spans.from_days = counted.from_days
order by spans.severity, spans.from_days
