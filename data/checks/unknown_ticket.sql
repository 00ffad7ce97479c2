-- Complaints name a ticket that was never imported.
-- Grain: one row per such complaint; none while no ticket was imported at all.
-- Binds: nothing.
-- Returns: complaint_id, ticket_id.
select
    complaints.complaint_id,
    complaints.ticket_id
from complaints
anti join tickets on complaints.ticket_id = tickets.ticket_id
where
    complaints.ticket_id is not null
    and exists (select any_ticket.ticket_id from tickets as any_ticket)
