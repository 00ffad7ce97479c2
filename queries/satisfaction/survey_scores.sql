-- Single answers of the responses that say how satisfied a client is all in all, or whether it
--     recommends us: what drives satisfaction and the path model are worked out from. Of more than
--     the most, so many responses picked at random, always the same ones.
-- Grain: one row per response picked and question answered; the recommendation is one of them.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $outcome
--     (satisfaction or recommend), $most_responses.
-- Returns: response_number, client_id, indicator_id, perceived, response_count.
with qualifying as (
    select
        responses.response_number,
        responses.client_id,
        responses.place_drawn,
        responses.recommend,
        count(*) over () as response_count
    from marts.survey_responses as responses
    left join marts.satisfaction_responses as satisfied
        on responses.response_number = satisfied.response_number
    where
        responses.answered_on between $since and $until
        and marts.in_view(responses.client_id, $client_ids)
        and case
            when $outcome = 'recommend' then responses.recommend is not null
            else satisfied.response_number is not null
        end
),

picked as (
    select *
    from qualifying
    order by place_drawn, response_number
    limit $most_responses
)

select
    picked.response_number,
    picked.client_id,
    scores.indicator_id,
    scores.perceived,
    picked.response_count
from picked
inner join marts.survey_scores as scores on picked.response_number = scores.response_number
union all
select
    response_number,
    client_id,
    'recommend' as indicator_id,
    recommend as perceived,
    response_count
from picked
where recommend is not null
order by response_number, indicator_id
