-- Who takes the steps that complaints received in the period call for: first times by role.
-- Grain: one row per step and role that took it; no role where none was written down.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: step, role, done_count.
select
    step,
    role,
    count(*) as done_count
from marts.step_times
where
    received_on >= $since
    and received_on <= $until
    and due_from <= $until
    and done_on <= $until
    and in_view(client_id, $client_ids)
group by step, role
order by step, role nulls last
