-- Steps of handling were taken before the complaint was received.
-- Grain: one row per such step.
-- Binds: nothing.
-- Returns: complaint_id, step, done_at, received_at.
select
    complaint_steps.complaint_id,
    complaint_steps.step,
    complaint_steps.done_at,
    complaints.received_at
from complaint_steps
inner join complaints on complaint_steps.complaint_id = complaints.complaint_id
where complaint_steps.done_at < complaints.received_at
