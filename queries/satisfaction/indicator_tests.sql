-- What the four tests of a question rest on: whether service can change it, whether its answers
--     are enough and differ, how important clients say it is (a score of ten), and whether
--     competitors are scored on it.
-- Grain: one row per question, also when nobody answered it in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: indicator_id, wording, wording_zh, dimension, factor, latent, scale_low, scale_high,
--     weight, is_controllable, has_competitor_scores, answer_count, is_constant, importance_count,
--     importance, competitor_count, scored_on.
with asked as (
    select
        indicator_id,
        sum(answer_count)::bigint as answer_count,
        min(lowest) = max(highest) as is_constant,
        sum(importance_count)::bigint as importance_count,
        sum(importance) / nullif(sum(importance_count), 0) as importance
    from marts.indicator_sums($since::date, $until::date, $client_ids)
    group by indicator_id
),

known as (
    select
        indicator_id,
        count(*) as competitor_count,
        max(scored_on) as scored_on
    from marts.competitor_scores_at($until::date)
    group by indicator_id
)

select
    indicators.indicator_id,
    indicators.wording,
    indicators.wording_zh,
    indicators.dimension,
    indicators.factor,
    indicators.latent,
    indicators.scale_low,
    indicators.scale_high,
    indicators.weight,
    indicators.is_controllable,
    indicators.has_competitor_scores,
    coalesce(asked.answer_count, 0) as answer_count,
    asked.is_constant,
    coalesce(asked.importance_count, 0) as importance_count,
    marts.score10(asked.importance, indicators.scale_low, indicators.scale_high) as importance,
    coalesce(known.competitor_count, 0) as competitor_count,
    known.scored_on
from indicators
left join asked on indicators.indicator_id = asked.indicator_id
left join known on indicators.indicator_id = known.indicator_id
order by indicators.indicator_id
