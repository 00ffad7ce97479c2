-- Where the tickets stand: open ones running, paused or past the promised time; resolved ones in
-- time or too late, or without a time that was promised.
-- Grain: one row per kind with tickets opened in the period; the six states add up.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, ticket_count, running, paused, breached_open, met, breached_closed,
--     without_promise.
with stated as (
    select
        kind,
        0 as running,
        0 as paused,
        0 as breached_open,
        count(*) filter (where resolved_at <= promised_at) as met,
        count(*) filter (where resolved_at > promised_at) as breached_closed,
        count(*) filter (where promised_at is null) as without_promise
    from marts.ticket_times
    where
        opened_on between $since and $until
        and resolved_on <= $until
        and in_view(client_id, $client_ids)
    group by kind
    union all
    select
        kind,
        count(*) filter (where state = 'running') as running,
        count(*) filter (where state = 'paused') as paused,
        count(*) filter (where state = 'breached') as breached_open,
        0 as met,
        0 as breached_closed,
        0 as without_promise
    from marts.open_tickets_at($until::date, $client_ids)
    where opened_on >= $since
    group by kind
)

select
    kind,
    sum(running + paused + breached_open + met + breached_closed + without_promise)::bigint
        as ticket_count,
    sum(running)::bigint as running,
    sum(paused)::bigint as paused,
    sum(breached_open)::bigint as breached_open,
    sum(met)::bigint as met,
    sum(breached_closed)::bigint as breached_closed,
    sum(without_promise)::bigint as without_promise
from stated
group by kind
order by kind
