-- Steps of handling: how many complaints received in the period call for each, and have it.
-- Grain: one row per step, all nine; time runs from receiving a complaint to the step's first time.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: step, due_count, done_count, median_hours.
with steps as (
    select unnest(enum_range(null::step)) as step
),

counted as (
    select
        step,
        count(*) as due_count,
        count(*) filter (where done_on <= $until) as done_count,
        median(elapsed) filter (where done_on <= $until) as elapsed
    from marts.step_times
    where
        received_on >= $since
        and received_on <= $until
        and due_from <= $until
        and in_view(client_id, $client_ids)
    group by step
)

select
    steps.step,
    coalesce(counted.due_count, 0) as due_count,
    coalesce(counted.done_count, 0) as done_count,
    marts.hours_of(counted.elapsed) as median_hours
from steps
left join counted on steps.step = counted.step
order by steps.step::step
