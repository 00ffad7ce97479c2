-- Complaints open past their promised date at the end of the period, and the person who holds each.
-- Grain: one row per complaint, the latest first; whoever took the last step holds it, else the
--     ticket's owner, else the client's manager.
-- Binds: $until (date), $client_ids (the clients in view).
-- Returns: complaint_id, client_id, client_name, severity, cause, received_on, promised_on,
--     days_late, holder, last_step, last_step_on.
with late as (
    select *
    from marts.complaint_handling
    where
        overdue_on <= $until
        and coalesce(resolved_on > $until, true)
        and marts.in_view(client_id, $client_ids)
),

last_steps as (
    select *
    from marts.overdue_steps
    where
        overdue_on <= $until
        and coalesce(resolved_on > $until, true)
        and done_on <= $until
    qualify row_number() over (partition by complaint_number order by done_at desc, step desc) = 1
)

select
    late.complaint_id,
    late.client_id,
    clients.client_name,
    late.severity,
    late.cause,
    late.received_on,
    late.promised_on,
    marts.known_until($until::date) - late.promised_on as days_late,
    coalesce(last_steps.done_by, ticket_times.owner, clients.manager) as holder,
    last_steps.step as last_step,
    last_steps.done_on as last_step_on
from late
inner join clients on late.client_id = clients.client_id
left join last_steps on late.complaint_number = last_steps.complaint_number
left join marts.ticket_times
    on late.ticket_id = ticket_times.ticket_id and late.client_id = ticket_times.client_id
order by days_late desc, late.complaint_id asc
