-- Critical and major faults that were resolved without a complete fault report: the root cause or
-- the lesson is missing.
-- Grain: one row per such fault resolved in the period, the newest first; at most $most_rows.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $most_rows.
-- Returns: ticket_id, client_id, client_name, severity, module, owner, resolved_on, has_root_cause,
--     has_lesson, title.
with reported as (
    select
        *,
        root_cause is not null as has_root_cause,
        coalesce(lesson_recorded_on <= $until, false) as has_lesson
    from marts.ticket_times
    where
        kind = 'fault'
        and severity in ('critical', 'major')
        and resolved_on >= $since
        and resolved_on <= $until
        and in_view(client_id, $client_ids)
)

select
    reported.ticket_id,
    reported.client_id,
    clients.client_name,
    reported.severity,
    reported.module,
    reported.owner,
    reported.resolved_on,
    reported.has_root_cause,
    reported.has_lesson,
    reported.title
from reported
inner join clients on reported.client_id = clients.client_id
where not (reported.has_root_cause and reported.has_lesson)
order by reported.resolved_on desc, reported.severity asc, reported.ticket_id asc
limit $most_rows
