-- Complaints received and resolved each week, and the backlog at its end.
-- Grain: one row per week of the period, also a quiet one; a cut week counts its days inside.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $first_weekday.
-- Returns: week, received, resolved, backlog, overdue, active_clients, grumbles, is_partial.
with weeks as (
    select
        first_day::date as week,
        least(first_day::date + 6, $until) as ends_on
    from range(
        marts.week_of($since::date, $first_weekday), $until + interval 1 day, interval 7 day
    ) as weeks (first_day)
),

standing as (
    select
        *,
        sum(received - resolved) over (order by week) as backlog,
        sum(overdue_change) over (order by week) as overdue
    from marts.complaint_changes($until::date, $client_ids, $first_weekday)
),

cut_off as (
    select
        sum(received) as received,
        sum(resolved) as resolved,
        sum(grumbles) as grumbles
    from marts.complaint_flow_days
    where
        on_day >= marts.week_of($since::date, $first_weekday)
        and on_day < $since
        and in_view(client_id, $client_ids)
),

active as (
    select
        weeks.week,
        count(clients.client_id) as active_clients
    from weeks
    left join clients
        on
            marts.is_active(clients.client_since, clients.left_on, weeks.ends_on)
            and in_view(clients.client_id, $client_ids)
    group by weeks.week
)

select
    weeks.week,
    (coalesce(happened.received, 0) - coalesce(outside.received, 0))::bigint as received,
    (coalesce(happened.resolved, 0) - coalesce(outside.resolved, 0))::bigint as resolved,
    coalesce(standing.backlog, 0)::bigint as backlog,
    coalesce(standing.overdue, 0)::bigint as overdue,
    active.active_clients,
    (coalesce(happened.grumbles, 0) - coalesce(outside.grumbles, 0))::bigint as grumbles,
    weeks.week < $since or weeks.week + 6 > $until as is_partial
from weeks
inner join active on weeks.week = active.week
left join standing as happened on weeks.week = happened.week
left join cut_off as outside on weeks.week < $since
asof left join standing on weeks.week >= standing.week
order by weeks.week
