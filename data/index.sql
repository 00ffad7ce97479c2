-- Answers to the questions that state satisfaction: the index rests on them alone. They are few
-- beside all answers, so that a page never has to look for them among those. Each response is
-- counted at the first of its answers. score100 is the answer in points of 100.

create table marts.satisfaction_scores as
select
    responses.response_number,
    scores.answered_on,
    scores.client_id,
    scores.client_number,
    scores.indicator_id::marts.indicator as indicator_id,
    scores.perceived,
    100 * (scores.perceived - indicators.scale_low) / (indicators.scale_high - indicators.scale_low)
        as score100,
    row_number() over (
        partition by responses.response_number order by scores.indicator_id
    ) = 1 as is_first_of_response
from marts.survey_scores as scores
inner join indicators on scores.indicator_id = indicators.indicator_id
inner join marts.survey_responses as responses on scores.response_id = responses.response_id
where indicators.latent = 'satisfaction'
order by scores.answered_on, responses.response_number, indicator_id;
