-- Answers to the questions that state satisfaction (of 100), summed for each client, or for groups
--     of clients where they are many: the index by any weights, and its interval, which is drawn
--     from whole groups.
-- Grain: one row per month, group of clients and question answered; a month cut by the period
--     counts its days inside it, a response with the first of its questions.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $client_groups.
-- Returns: month, client_group, indicator_id, score100, answer_count, response_count.
select
    date_trunc('month', answered_on)::date as month,
    (client_number - 1) % $client_groups as client_group,
    indicator_id,
    avg(score100) as score100,
    count(*) as answer_count,
    count(*) filter (where is_first_of_response) as response_count
from marts.satisfaction_scores
where
    answered_on between $since and $until
    and in_view(client_id, $client_ids)
group by all
order by month, client_group, indicator_id
