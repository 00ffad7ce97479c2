-- Satisfaction index of each month by fixed weights: the mean answer to each question that states
--     satisfaction, of 100, weighted by the question's weight.
-- Grain: one row per month with such answers; a month cut by the period counts its days inside it.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: month, satisfaction_index, question_count, response_count, client_count.
with scores as (
    select
        *,
        date_trunc('month', answered_on)::date as month
    from marts.satisfaction_scores
    where
        answered_on between $since and $until
        and in_view(client_id, $client_ids)
),

questions as (
    select
        month,
        indicator_id,
        avg(score100) as score100
    from scores
    group by all
),

indexes as (
    select
        questions.month,
        sum(indicators.weight * questions.score100) / sum(indicators.weight) as satisfaction_index,
        count(*) as question_count
    from questions
    inner join indicators on questions.indicator_id = indicators.indicator_id
    group by questions.month
),

counts as (
    select
        month,
        count(*) filter (where is_first_of_response) as response_count,
        count(distinct client_number) as client_count
    from scores
    group by month
)

select
    indexes.month,
    indexes.satisfaction_index,
    indexes.question_count,
    counts.response_count,
    counts.client_count
from indexes
inner join counts on indexes.month = counts.month
order by indexes.month
