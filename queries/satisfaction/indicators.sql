-- Questions that were asked: what each measures, how it was answered (on its own scale) and how
--     important clients say it is.
-- Grain: one row per question, also when nobody answered it in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: indicator_id, wording, wording_zh, dimension, factor, latent, scale_low, scale_high,
--     weight, is_controllable, has_competitor_scores, answer_count, client_count, perceived,
--     importance_count, importance.
with sums as (
    select
        indicator_id,
        sum(answer_count)::bigint as answer_count,
        count(distinct client_id) as client_count,
        sum(perceived) / sum(answer_count) as perceived,
        sum(importance_count)::bigint as importance_count,
        sum(importance) / nullif(sum(importance_count), 0) as importance
    from marts.indicator_answers($since::date, $until::date, $client_ids)
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
    coalesce(sums.answer_count, 0) as answer_count,
    coalesce(sums.client_count, 0) as client_count,
    sums.perceived,
    coalesce(sums.importance_count, 0) as importance_count,
    sums.importance
from indicators
left join sums on indicators.indicator_id = sums.indicator_id
order by indicators.indicator_id
