-- How many responses of how many clients state satisfaction.
-- Grain: one row for the whole period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: response_count, client_count.
select
    count(*) filter (where is_first_of_response) as response_count,
    count(distinct client_number) as client_count
from marts.satisfaction_scores
where
    answered_on between $since and $until
    and in_view(client_id, $client_ids)
