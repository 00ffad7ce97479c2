-- When tickets come in and when they are resolved: hours of the week, in the company's time zone.
-- Grain: one row per weekday (1 = Monday) and hour, also a quiet one.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: weekday, hour, opened_count, resolved_count.
with happened as (
    select
        isodow(opened_on) as weekday,
        opened_hour as hour,
        count(*) as opened_count,
        0 as resolved_count
    from marts.ticket_times
    where opened_on between $since and $until and in_view(client_id, $client_ids)
    group by all
    union all
    select
        isodow(resolved_on) as weekday,
        resolved_hour as hour,
        0 as opened_count,
        count(*) as resolved_count
    from marts.ticket_times
    where
        opened_on <= $until
        and resolved_on between $since and $until
        and in_view(client_id, $client_ids)
    group by all
),

hours as (
    select
        weekdays.weekday,
        hours.hour
    from range(1, 8) as weekdays (weekday)
    cross join range(24) as hours (hour)
)

select
    hours.weekday,
    hours.hour,
    coalesce(sum(happened.opened_count), 0)::bigint as opened_count,
    coalesce(sum(happened.resolved_count), 0)::bigint as resolved_count
from hours
left join happened on hours.weekday = happened.weekday and hours.hour = happened.hour
group by hours.weekday, hours.hour
order by hours.weekday, hours.hour
