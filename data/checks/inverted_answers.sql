-- Answers contradict themselves: a lower level of expectation was scored above a higher one.
-- Grain: one row per such answer; tiers and gaps leave it out and count it.
-- Binds: nothing.
-- Returns: response_id, indicator_id, minimum, expected, desired.
select
    response_id,
    indicator_id,
    minimum,
    expected,
    desired
from answers
where
    minimum > expected
    or expected > desired
    or minimum > desired
