-- Single answers of the responses that say how satisfied a client is all in all, or whether it
--     recommends us: what drives satisfaction and the path model are worked out from. Of more than
--     the most, so many responses picked at random, always the same ones.
-- Grain: one row per response picked and question answered; the recommendation is one of them.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $outcome
--     (satisfaction or recommend), $most_responses.
-- Returns: response_number, client_id, indicator_id, perceived, response_count.
with qualifying as (
    select
        response_number,
        client_id,
        recommend
    from marts.survey_responses
    where
        answered_on between $since and $until
        and in_view(client_id, $client_ids)
        and ($outcome = 'recommend' or states_satisfaction)
        and ($outcome = 'satisfaction' or recommend is not null)
),

counted as (
    select count(*) as response_count
    from qualifying
),

picked as (
    select *
    from qualifying
    order by response_number
    limit $most_responses
)

select
    picked.response_number,
    picked.client_id,
    scores.indicator_id,
    scores.perceived,
    counted.response_count
from picked
inner join marts.drawn_scores as scores
    on
        picked.response_number = scores.response_number
        and ($outcome = 'recommend' or scores.states_satisfaction)
cross join counted
union all
select
    picked.response_number,
    picked.client_id,
    'recommend'::marts.indicator as indicator_id,
    picked.recommend as perceived,
    counted.response_count
from picked
cross join counted
where picked.recommend is not null
order by response_number, indicator_id
