-- The steps of handling one complaint: called for or not, done when, after how long and by whom.
-- Grain: one row per step, all nine; none for a complaint that is not known or not in view.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view).
-- Returns: step, is_due, done_at, hours, done_by, role.
with complaint as (
    select
        complaint_id,
        unnest(enum_range(null::step)) as step
    from marts.complaint_handling
    where
        complaint_id = $complaint_id
        and received_on <= $until
        and in_view(client_id, $client_ids)
),

known as (
    select
        step,
        coalesce(due_from <= $until, false) as is_due,
        coalesce(done_on <= $until, false) as is_done,
        done_at,
        hours,
        done_by,
        role
    from marts.step_times
    where complaint_id = $complaint_id
)

select
    complaint.step,
    coalesce(known.is_due, false) as is_due,
    case when known.is_done then known.done_at end as done_at,
    case when known.is_done then known.hours end as hours,
    case when known.is_done then known.done_by end as done_by,
    case when known.is_done then known.role end as role
from complaint
left join known on complaint.step = known.step
order by complaint.step::step
