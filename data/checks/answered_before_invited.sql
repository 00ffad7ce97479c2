-- Responses are older than the invitation to them.
-- Grain: one row per such response.
-- Binds: nothing.
-- Returns: response_id, invited_at, answered_at.
select
    response_id,
    invited_at,
    answered_at
from responses
where answered_at < invited_at
