-- The path of each major complaint: regional manager, report, appraisal, follow-up; time in hours.
-- Grain: one row per major complaint received in the period or open at its end; open ones first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: complaint_id, client_id, client_name, received_on, cause, manager, regional_manager,
--     escalated_hours, escalated_by, escalated_role, report_hours, calls_for_appraisal,
--     appraised_hours, followed_up_on, promised_on, resolved_on, is_overdue.
select
    handled.complaint_id,
    handled.client_id,
    clients.client_name,
    handled.received_on,
    handled.cause,
    clients.manager,
    clients.regional_manager,
    case when path.escalated_on <= $until then path.escalated_hours end as escalated_hours,
    case when path.escalated_on <= $until then path.escalated_by end as escalated_by,
    case when path.escalated_on <= $until then path.escalated_role end as escalated_role,
    case when path.report_on <= $until then path.report_hours end as report_hours,
    path.calls_for_appraisal,
    case when path.appraised_on <= $until then path.appraised_hours end as appraised_hours,
    case when path.followed_up_on <= $until then path.followed_up_on end as followed_up_on,
    handled.promised_on,
    case when handled.resolved_on <= $until then handled.resolved_on end as resolved_on,
    coalesce(handled.overdue_on <= $until, false)
    and coalesce(handled.resolved_on > $until, true) as is_overdue
from marts.complaint_handling as handled
inner join marts.major_path as path on handled.complaint_number = path.complaint_number
inner join clients on handled.client_id = clients.client_id
where
    handled.severity = 'major'
    and handled.received_on <= $until
    and (handled.received_on >= $since or coalesce(handled.resolved_on > $until, true))
    and in_view(handled.client_id, $client_ids)
order by
    coalesce(handled.resolved_on <= $until, false) asc,
    handled.received_on desc,
    handled.complaint_id asc
