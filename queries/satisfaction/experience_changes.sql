-- Experience of each client in the period and in the one it is compared with, and how far its
--     questionnaires lie apart in each: means over questionnaires (scores of ten).
-- Grain: one row per client that answered in both periods, by its number.
-- Binds: $since, $until, $previous_since, $previous_until (dates, both included), $client_ids (the
--     clients in view).
-- Returns: client_id, client_name, perceived_change, perceived, previous_perceived, response_count,
--     previous_response_count, response_spread, previous_response_spread, answer_count,
--     previous_answer_count.
select
    now.client_id,
    clients.client_name,
    now.perceived - before.perceived as perceived_change,
    now.perceived,
    before.perceived as previous_perceived,
    now.response_count,
    before.response_count as previous_response_count,
    now.response_spread,
    before.response_spread as previous_response_spread,
    now.answer_count,
    before.answer_count as previous_answer_count
from marts.client_experience($since::date, $until::date, $client_ids) as now
inner join
    marts.client_experience($previous_since::date, $previous_until::date, $client_ids) as before
    on now.client_id = before.client_id
inner join clients on now.client_id = clients.client_id
order by now.client_id
