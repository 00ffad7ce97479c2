-- What each questionnaire says of the experience as a whole: the mean of its answers by the weights
-- of their indicators, in points of ten (measures.md, section 1). One row per response with an
-- answer that counts. Answers of one questionnaire are one person's: tests count questionnaires.
create table marts.response_scores as
with scored as (
    select
        scores.response_id,
        scores.answered_on,
        scores.client_id,
        indicators.weight,
        marts.score10(scores.perceived, indicators.scale_low, indicators.scale_high) as perceived
    from marts.survey_scores as scores
    inner join indicators on scores.indicator_id = indicators.indicator_id
)

select
    answered_on,
    client_id,
    count(*) as answer_count,
    sum(weight * perceived) / sum(weight) as perceived
from scored
group by response_id, answered_on, client_id
order by answered_on, client_id, response_id;

-- Experience of each client over a period: mean and spread over its questionnaires.
create macro marts.client_experience(since, until, client_ids) as table
    select
        client_id,
        avg(perceived) as perceived,
        stddev_samp(perceived) as response_spread,
        count(*) as response_count,
        sum(answer_count)::bigint as answer_count
    from marts.response_scores
    where answered_on between since and until and in_view(client_id, client_ids)
    group by client_id;
