-- Satisfaction index of each competitor by fixed weights, at its latest scores, beside ours on the
--     same questions.
-- Grain: one row per competitor scored up to the end of the period on questions that state
--     satisfaction and that our clients answered in it.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: competitor, competitor_index, satisfaction_index, indicator_ids, respondent_count,
--     answer_count, scored_on.
with ours as (
    select
        indicator_id,
        avg(perceived) as perceived,
        count(*) as answer_count
    from marts.satisfaction_scores
    where
        answered_on between $since and $until
        and in_view(client_id, $client_ids)
    group by indicator_id
),

questions as (
    select
        latest.competitor,
        latest.scored_on,
        latest.respondent_count,
        indicators.indicator_id,
        ours.answer_count,
        indicators.weight,
        100 / (indicators.scale_high - indicators.scale_low) as points,
        latest.perceived - indicators.scale_low as theirs,
        ours.perceived - indicators.scale_low as our_own
    from marts.competitor_scores_at($until::date) as latest
    inner join ours on latest.indicator_id = ours.indicator_id
    inner join indicators on ours.indicator_id = indicators.indicator_id
)

select
    competitor,
    sum(weight * points * theirs) / sum(weight) as competitor_index,
    sum(weight * points * our_own) / sum(weight) as satisfaction_index,
    list(indicator_id order by indicator_id) as indicator_ids,
    case when count(respondent_count) = count(*) then min(respondent_count) end as respondent_count,
    min(answer_count) as answer_count,
    max(scored_on) as scored_on
from questions
group by competitor
order by competitor
