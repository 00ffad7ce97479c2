-- Our perceived service against competitors' in each dimension (scores of ten), each at its latest
-- scores.
-- Grain: one row per dimension and competitor that was scored up to the end of the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: dimension, competitor, competitor_perceived, perceived, respondent_count, answer_count.
with theirs as (
    select
        indicators.dimension,
        latest.competitor,
        sum(
            indicators.weight
            * marts.score10(latest.perceived, indicators.scale_low, indicators.scale_high)
        ) / sum(indicators.weight) as competitor_perceived,
        min(latest.respondent_count) as respondent_count
    from marts.competitor_scores_at($until::date) as latest
    inner join indicators on latest.indicator_id = indicators.indicator_id
    where indicators.dimension is not null
    group by all
),

ours as (
    select
        dimension,
        sum(perceived) / sum(level_weight) as perceived,
        sum(level_count)::bigint as answer_count
    from marts.dimension_answers($since, $until, $client_ids)
    where level_count > 0
    group by dimension
)

select
    theirs.dimension,
    theirs.competitor,
    theirs.competitor_perceived,
    ours.perceived,
    theirs.respondent_count,
    ours.answer_count
from theirs
inner join ours on theirs.dimension = ours.dimension
order by theirs.dimension, theirs.competitor
