-- What happened in the period that trends name, such as a release or a holiday: to all clients, or
-- to one of those in view.
-- Grain: one row per event, in the order of time.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view),
--     $entered_events (what people entered since the last import).
-- Returns: event_id, happened_on, label, client_id, client_name.
select
    events.event_id,
    events.happened_on,
    events.label,
    events.client_id,
    clients.client_name
from marts.events_now($entered_events) as events
left join clients on events.client_id = clients.client_id
where
    events.happened_on between $since and $until
    and (events.client_id is null or in_view(events.client_id, $client_ids))
order by events.happened_on, events.event_id
