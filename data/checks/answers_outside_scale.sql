-- Answers lie outside the scale that their question declares.
-- Grain: one row per answer with such a score.
-- Binds: nothing.
-- Returns: response_id, indicator_id, minimum, expected, desired, perceived, scale_low, scale_high.
select
    answers.response_id,
    answers.indicator_id,
    answers.minimum,
    answers.expected,
    answers.desired,
    answers.perceived,
    indicators.scale_low,
    indicators.scale_high
from answers
inner join indicators on answers.indicator_id = indicators.indicator_id
where
    answers.minimum not between indicators.scale_low and indicators.scale_high
    or answers.expected not between indicators.scale_low and indicators.scale_high
    or answers.desired not between indicators.scale_low and indicators.scale_high
    or answers.perceived not between indicators.scale_low and indicators.scale_high
