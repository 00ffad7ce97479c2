-- Tickets still open at the end of the period, how old they are and where they stand.
-- Grain: one row per open ticket, the oldest first.
-- Binds: $until (the last day of the period), $client_ids (the clients in view).
-- Returns: ticket_id, client_id, kind, severity, opened_at, promised_at, age_hours, state,
--     client_name, title, owner, working_age_hours.
select
    still_open.ticket_id,
    still_open.client_id,
    still_open.kind,
    still_open.severity,
    still_open.opened_at,
    still_open.promised_at,
    still_open.age_hours,
    still_open.state,
    clients.client_name,
    still_open.title,
    still_open.owner,
    still_open.working_age_hours
from marts.open_tickets_at($until::date, $client_ids) as still_open
inner join clients on still_open.client_id = clients.client_id
order by still_open.opened_at, still_open.ticket_id
