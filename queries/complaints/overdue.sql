-- Complaints open past their promised date at the end of the period, and the person who holds each.
-- Grain: one row per complaint, the latest first; whoever took the last step holds it, else the
--     ticket's owner, else the client's manager.
-- Binds: $until (date), $client_ids (the clients in view).
-- Returns: complaint_id, client_id, client_name, severity, cause, received_on, promised_on,
--     days_late, holder, last_step, last_step_on.
select
    late.complaint_id,
    late.client_id,
    clients.client_name,
    late.severity,
    late.cause,
    late.received_on,
    late.promised_on,
    marts.known_until($until::date) - late.promised_on as days_late,
    holders.holder,
    holders.last_step,
    holders.last_step_on
from marts.complaint_handling as late
inner join marts.complaint_holders_at($until::date) as holders
    on late.complaint_id = holders.complaint_id
inner join clients on late.client_id = clients.client_id
where late.overdue_on <= $until and in_view(late.client_id, $client_ids)
order by days_late desc, late.complaint_id asc
