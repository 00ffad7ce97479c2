-- What a client complained of before a complaint, and its major faults of the last twelve months.
-- Grain: one row per earlier complaint or grumble and per critical or major fault; newest first.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view).
-- Returns: record, id, happened_on, subject, what, severity, resolved_on.
with complaint as (
    select
        client_id,
        received_at
    from marts.complaint_handling
    where
        complaint_id = $complaint_id
        and received_on <= $until
        and in_view(client_id, $client_ids)
),

happened as (
    select
        complaint_days.form::varchar as record,
        complaint_days.complaint_id as id,
        complaint_days.received_on as happened_on,
        complaint_days.cause::varchar as subject,
        complaints.description as what,
        complaint_days.severity::varchar as severity,
        complaint_days.resolved_on
    from complaint
    inner join marts.complaint_days on complaint.client_id = complaint_days.client_id
    inner join complaints on complaint_days.complaint_id = complaints.complaint_id
    where complaints.received_at < complaint.received_at
    union all
    select
        'fault' as record,
        ticket_times.ticket_id as id,
        ticket_times.opened_on as happened_on,
        ticket_times.module as subject,
        ticket_times.title as what,
        ticket_times.severity::varchar as severity,
        ticket_times.resolved_on
    from complaint
    inner join marts.ticket_times on complaint.client_id = ticket_times.client_id
    where
        ticket_times.kind = 'fault'
        and ticket_times.severity in ('critical', 'major')
        and ticket_times.opened_on > $until::date - interval 1 year
)

select
    record,
    id,
    happened_on,
    subject,
    what,
    severity,
    case when resolved_on <= $until then resolved_on end as resolved_on
from happened
where happened_on <= $until
order by happened_on desc, record asc, id asc
