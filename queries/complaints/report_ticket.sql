-- The ticket that a complaint is about, as known at the end of the period.
-- Grain: one row; none without a ticket of the same client that was opened by then.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view).
-- Returns: ticket_id, kind, severity, title, module, opened_at, first_response_at, resolved_at,
--     promised_at, first_promised_at, first_owner, owner, root_cause, lesson_recorded_on,
--     working_first_response_hours, working_resolution_hours.
select
    times.ticket_id,
    times.kind,
    times.severity,
    times.title,
    times.module,
    times.opened_at,
    case when times.first_response_on <= $until then times.first_response_at end
        as first_response_at,
    case when times.resolved_on <= $until then times.resolved_at end as resolved_at,
    coalesce(tickets.promised_at, tickets.first_promised_at) as promised_at,
    coalesce(tickets.first_promised_at, tickets.promised_at) as first_promised_at,
    times.first_owner,
    times.owner,
    case when times.resolved_on <= $until then times.root_cause end as root_cause,
    case when times.lesson_recorded_on <= $until then times.lesson_recorded_on end
        as lesson_recorded_on,
    case when times.first_response_on <= $until then times.working_first_response_hours end
        as working_first_response_hours,
    case when times.resolved_on <= $until then times.working_resolution_hours end
        as working_resolution_hours
from marts.complaint_handling as handled
inner join marts.ticket_times as times
    on handled.ticket_id = times.ticket_id and handled.client_id = times.client_id
inner join tickets on times.ticket_id = tickets.ticket_id
where
    handled.complaint_id = $complaint_id
    and handled.received_on <= $until
    and times.opened_on <= $until
    and in_view(handled.client_id, $client_ids)
order by times.ticket_id
