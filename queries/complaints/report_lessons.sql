-- Lessons that were recorded before a complaint came although they should have prevented it.
-- Grain: one row per lesson whose window holds the complaint, or the fault it is about.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view).
-- Returns: record, id, subject, recorded_on.
with complaint as (
    select
        handled.complaint_id,
        handled.client_id,
        handled.received_on,
        handled.cause::varchar as cause,
        times.ticket_id,
        times.module,
        times.opened_on
    from marts.complaint_handling as handled
    left join marts.ticket_times as times
        on
            handled.ticket_id = times.ticket_id
            and handled.client_id = times.client_id
            and times.kind = 'fault'
    where
        handled.complaint_id = $complaint_id
        and handled.received_on <= $until
        and in_view(handled.client_id, $client_ids)
)

select
    lessons.source as record,
    lessons.id,
    lessons.subject,
    lessons.recorded_on
from complaint
inner join marts.lessons on complaint.client_id = lessons.client_id
where
    case
        when lessons.source = 'complaint'
            then
                lessons.id <> complaint.complaint_id
                and lessons.subject = complaint.cause
                and lessons.recorded_on < complaint.received_on
                and lessons.window_ends_on >= complaint.received_on
        else
            lessons.id <> complaint.ticket_id
            and lessons.subject = complaint.module
            and lessons.recorded_on < complaint.opened_on
            and lessons.window_ends_on >= complaint.opened_on
    end
order by lessons.recorded_on desc, lessons.id asc
