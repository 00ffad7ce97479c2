-- Questions that belong to a construct of the satisfaction index.
-- Grain: one row per such question, also when nobody answered it.
-- Binds: nothing.
-- Returns: indicator_id, wording, wording_zh, latent, scale_low, scale_high, weight,
--     is_controllable.
select
    indicator_id,
    wording,
    wording_zh,
    latent,
    scale_low,
    scale_high,
    weight,
    is_controllable
from indicators
where latent is not null
order by latent, indicator_id
