-- Answers to the questions that state satisfaction (of 100), summed for each client, or for groups
--     of clients where they are many: the index by any weights, and its interval, which is drawn
--     from whole groups.
-- Grain: one row per month, group of clients and question answered; a month cut by the period
--     counts its days inside it, a response with the first of its questions.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $client_groups.
-- Returns: month, client_group, indicator_id, score100, answer_count, response_count.
select
    date_trunc('month', scores.answered_on)::date as month,
    (scores.client_number - 1) % $client_groups as client_group,
    scores.indicator_id,
    avg(
        100 * (scores.perceived - indicators.scale_low)
        / (indicators.scale_high - indicators.scale_low)
    ) as score100,
    count(*) as answer_count,
    count(*) filter (where scores.is_first_of_response) as response_count
from marts.satisfaction_scores as scores
inner join indicators on scores.indicator_id = indicators.indicator_id
where
    scores.answered_on between $since and $until
    and marts.in_view(scores.client_id, $client_ids)
group by all
order by month, client_group, scores.indicator_id
