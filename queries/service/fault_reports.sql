-- Have critical and major faults a complete fault report, with root cause and lesson, once they are
-- resolved?
-- Grain: one row per severity with such faults resolved in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: severity, fault_count, reported_count.
select
    severity,
    count(*) as fault_count,
    count(*) filter (where root_cause is not null and lesson_recorded_on <= $until)
        as reported_count
from marts.ticket_times
where
    kind = 'fault'
    and severity in ('critical', 'major')
    and resolved_on >= $since
    and resolved_on <= $until
    and in_view(client_id, $client_ids)
group by severity
order by severity
