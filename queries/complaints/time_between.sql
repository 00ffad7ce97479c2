-- Time between two steps of the complaints received in the period that call for both.
-- Grain: one row for the whole view; the median and p90 are of those done in this order.
-- Binds: $from_step, $to_step (each a step, received or resolved), $since, $until (dates, both
--     included), $client_ids (the clients in view).
-- Returns: complaint_count, measured_count, median_hours, p90_hours, reverse_count.
with moments as (
    select
        complaint_number,
        client_id,
        received_on,
        'received' as step,
        received_on as due_from,
        received_on as done_on,
        0 as elapsed
    from marts.complaint_handling
    union all
    select
        complaint_number,
        client_id,
        received_on,
        'resolved' as step,
        received_on as due_from,
        resolved_on as done_on,
        resolution_elapsed as elapsed
    from marts.complaint_handling
    union all
    select
        complaint_number,
        client_id,
        received_on,
        step::varchar as step,
        due_from,
        done_on,
        elapsed
    from marts.step_times
    where step in (try_cast($from_step as step), try_cast($to_step as step))
),

called_for as (
    select
        complaint_number,
        step,
        case when done_on <= $until then elapsed end as elapsed
    from moments
    where
        received_on >= $since
        and received_on <= $until
        and due_from <= $until
        and in_view(client_id, $client_ids)
),

pairs as (
    select ends.elapsed - starts.elapsed as elapsed
    from called_for as starts
    inner join called_for as ends on starts.complaint_number = ends.complaint_number
    where starts.step = $from_step and ends.step = $to_step
)

select
    count(*) as complaint_count,
    count(*) filter (where elapsed >= 0) as measured_count,
    marts.hours_of(quantile_cont(elapsed, 0.5) filter (where elapsed >= 0)) as median_hours,
    marts.hours_of(quantile_cont(elapsed, 0.9) filter (where elapsed >= 0)) as p90_hours,
    count(*) filter (where elapsed < 0) as reverse_count
from pairs
