-- Troubles that came again although their lesson was recorded.
-- Grain: one row per lesson recorded in the period and repeated by its end, the newest repeat
--     first; at most $most_rows of them.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $most_rows.
-- Returns: source, id, client_id, client_name, subject, recorded_on, repeat_id, repeated_on.
select
    lessons.source,
    lessons.id,
    lessons.client_id,
    clients.client_name,
    lessons.subject,
    lessons.recorded_on,
    lessons.repeat_id,
    lessons.repeated_on
from marts.lessons
inner join clients on lessons.client_id = clients.client_id
where
    lessons.recorded_on >= $since
    and lessons.recorded_on <= $until
    and lessons.repeated_on <= $until
    and in_view(lessons.client_id, $client_ids)
order by lessons.repeated_on desc, lessons.recorded_on desc, lessons.source asc, lessons.id asc
limit $most_rows
