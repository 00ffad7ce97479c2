-- What happened with a client: tiers held, tickets, complaints, promises and events in one list.
-- Grain: one row per tier held in the period, ticket opened in it, complaint or grumble received
--     or still open in it, promise first due from its beginning to $days_ahead
--     days after its end, and event, also those of all clients; in the order of time.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $days_ahead,
--     $entered_events.
-- Returns: record, client_id, id, from_on, to_on, tier, kind, severity, state, what, hours,
--     target_hours, due_on.
with tiers as (
    select
        'tier' as record,
        client_id,
        null::varchar as id,
        from_on,
        case when to_on <= $until then to_on end as to_on,
        tier
    from marts.tier_spans
    where
        from_on <= $until
        and coalesce(to_on > $since, true)
        and in_view(client_id, $client_ids)
),

promises as (
    select
        'promise' as record,
        client_id,
        promise_id as id,
        promised_on as from_on,
        case when done_on <= $until then done_on end as to_on,
        kind,
        coalesce(outcome, 'due') as state,
        what,
        first_due_on as due_on
    from marts.promises_told($since, $until, $days_ahead, $client_ids)
),

events as (
    select
        'event' as record,
        client_id,
        event_id as id,
        happened_on as from_on,
        label as what
    from marts.events_now($entered_events)
    where
        happened_on between $since and $until
        and (client_id is null or in_view(client_id, $client_ids))
),

together as (
    select * from tiers
    union all by name
    select * from marts.tickets_told($since, $until, $client_ids)
    union all by name
    select * from marts.complaints_told($since, $until, $client_ids)
    union all by name
    select * from promises
    union all by name
    select * from events
)

select *
from together
order by from_on, record, id, client_id
