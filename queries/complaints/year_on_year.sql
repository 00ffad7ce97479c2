-- Complaints received in each month of the period and in the same days a year before; January and
-- February are taken together, because the Spring Festival moves between them.
-- Grain: one row per month, January and February as one; a cut month counts its days inside.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: from_month, to_month, complaint_count, active_clients, previous_complaint_count,
--     previous_active_clients, is_partial, is_recorded.
with spans as (
    select * from marts.months_compared($since::date, $until::date)
),

days as (
    select
        on_day,
        sum(received) as received
    from marts.complaint_flow_days
    where
        on_day >= $since::date - interval 1 year
        and on_day <= $until
        and in_view(client_id, $client_ids)
    group by on_day
),

counted as (
    select
        spans.from_month,
        sum(days.received) filter (where days.on_day >= spans.starts_on) as received,
        sum(days.received) filter (where days.on_day < spans.starts_on) as received_before
    from spans
    inner join days
        on
            days.on_day between spans.starts_on and spans.ends_on
            or days.on_day between spans.previous_starts_on and spans.previous_ends_on
    group by spans.from_month
),

active as (
    select
        spans.from_month,
        count(*) filter (
            where marts.is_active(clients.client_since, clients.left_on, spans.ends_on)
        ) as clients,
        count(*) filter (
            where marts.is_active(clients.client_since, clients.left_on, spans.previous_ends_on)
        ) as clients_before
    from spans
    inner join clients on in_view(clients.client_id, $client_ids)
    group by spans.from_month
)

select
    spans.from_month,
    spans.to_month,
    coalesce(counted.received, 0)::bigint as complaint_count,
    coalesce(active.clients, 0) as active_clients,
    coalesce(counted.received_before, 0)::bigint as previous_complaint_count,
    coalesce(active.clients_before, 0) as previous_active_clients,
    spans.is_partial,
    spans.is_recorded
from spans
left join counted on spans.from_month = counted.from_month
left join active on spans.from_month = active.from_month
order by spans.from_month
