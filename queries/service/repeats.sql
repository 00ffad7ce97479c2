-- Did the same trouble come again after its lesson was recorded? A fault of the same client and
-- module, or a complaint of the same client and cause.
-- Grain: one row per source and subject with lessons recorded in the period; most repeats first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: source, subject, lesson_count, repeated_count, watching_count.
with recorded as (
    select
        source,
        subject,
        coalesce(repeated_on <= $until, false) as is_repeated,
        (window_ends_on + 1)::timestamptz > marts.moment_of($until) as is_watched
    from marts.lessons
    where
        recorded_on >= $since
        and recorded_on <= $until
        and in_view(client_id, $client_ids)
)

select
    source,
    subject,
    count(*) as lesson_count,
    count(*) filter (where is_repeated) as repeated_count,
    count(*) filter (where is_watched and not is_repeated) as watching_count
from recorded
group by source, subject
order by repeated_count desc, lesson_count desc, source asc, subject asc
