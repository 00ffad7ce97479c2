-- Complaints received and resolved each week, and the backlog at its end.
-- Grain: one row per week of the period, also when nothing happened; a week cut by the period
--     counts its days inside.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $first_weekday.
-- Returns: week, received, resolved, backlog, overdue, active_clients, grumbles, is_partial.
with weeks as (
    select
        first_day::date as week,
        least(first_day::date + 6, $until) as ends_on,
        first_day < $since or first_day::date + 6 > $until as is_partial
    from
        range(
            marts.week_of($since::date, $first_weekday), $until + interval 1 day, interval 7 day
        ) as weeks (first_day)
),

flow as (
    select
        week,
        client_id,
        received,
        resolved,
        grumbles,
        received - resolved as backlog_change,
        overdue_change
    from marts.complaint_flow_weeks
    where week < marts.week_of($until::date, $first_weekday)
    union all
    select
        marts.week_of($until::date, $first_weekday) as week,
        client_id,
        received,
        resolved,
        grumbles,
        received - resolved as backlog_change,
        overdue_change
    from marts.complaint_flow_days
    where on_day >= marts.week_of($until::date, $first_weekday) and on_day <= $until
    union all
    select
        marts.week_of($since::date, $first_weekday) as week,
        client_id,
        -received as received,
        -resolved as resolved,
        -grumbles as grumbles,
        0 as backlog_change,
        0 as overdue_change
    from marts.complaint_flow_days
    where on_day >= marts.week_of($since::date, $first_weekday) and on_day < $since
),

flow_of_week as (
    select
        week,
        sum(received)::bigint as received,
        sum(resolved)::bigint as resolved,
        sum(grumbles)::bigint as grumbles,
        sum(sum(backlog_change)) over (order by week)::bigint as backlog,
        sum(sum(overdue_change)) over (order by week)::bigint as overdue
    from flow
    where marts.in_view(client_id, $client_ids)
    group by week
),

active as (
    select
        weeks.week,
        count(clients.client_id) as active_clients
    from weeks
    left join clients
        on
            marts.is_active(clients.client_since, clients.left_on, weeks.ends_on)
            and marts.in_view(clients.client_id, $client_ids)
    group by weeks.week
)

select
    weeks.week,
    case when flow.week = weeks.week then flow.received else 0 end as received,
    case when flow.week = weeks.week then flow.resolved else 0 end as resolved,
    coalesce(flow.backlog, 0) as backlog,
    coalesce(flow.overdue, 0) as overdue,
    active.active_clients,
    case when flow.week = weeks.week then flow.grumbles else 0 end as grumbles,
    weeks.is_partial
from weeks
inner join active on weeks.week = active.week
asof left join flow_of_week as flow on weeks.week >= flow.week
order by weeks.week
