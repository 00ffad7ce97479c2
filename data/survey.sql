-- Single answers as the drivers and the index read them: numbered in time order, with a place drawn
-- for each response, so that a sample is the same whenever it is asked for. Answers that contradict
-- each other are left out (measures.md, section 1), as is what the last import did not know yet.

create table marts.survey_responses as
select
    row_number() over (order by answered_at, response_id)::integer as response_number,
    response_id,
    client_id,
    answered_at::date as answered_on,
    hash(response_id) as place_drawn,
    recommend::double as recommend
from responses
where answered_at < $imported_at
order by response_number;

-- One row per answer with an experience, on its indicator's own scale.
create table marts.survey_scores as
select
    numbered.response_number,
    numbered.answered_on,
    numbered.client_id,
    answers.indicator_id,
    answers.perceived,
    answers.importance
from answers
inner join marts.survey_responses as numbered on answers.response_id = numbered.response_id
where
    answers.perceived is not null
    and not coalesce(
        answers.minimum > answers.expected
        or answers.expected > answers.desired
        or answers.minimum > answers.desired,
        false
    )
order by numbered.response_number, answers.indicator_id;

-- Responses that say how satisfied a client is all in all.
create table marts.satisfaction_responses as
select distinct scores.response_number
from marts.survey_scores as scores
inner join indicators on scores.indicator_id = indicators.indicator_id
where indicators.latent = 'satisfaction'
order by scores.response_number;

-- Sums per month, client and indicator, for whole months inside a period. starts_on is the month's
-- first day.
create table marts.indicator_months as
select
    date_trunc('month', answered_on)::date as starts_on,
    client_id,
    indicator_id,
    count(*) as answer_count,
    sum(perceived) as perceived,
    count(importance) as importance_count,
    coalesce(sum(importance), 0) as importance
from marts.survey_scores
group by all
order by starts_on, client_id, indicator_id;

-- Sums per client and indicator over any period: whole months from the monthly mart, the days at
-- both ends from the answers themselves. Several rows per client and indicator.
create macro marts.indicator_answers(since, until, client_ids) as table
    with together as (
        select *
        from marts.indicator_months
        where
            starts_on >= marts.whole_months_from(since)
            and starts_on <= marts.whole_months_until(until)
        union all
        select
            answered_on as starts_on,
            client_id,
            indicator_id,
            1 as answer_count,
            perceived,
            case when importance is null then 0 else 1 end as importance_count,
            coalesce(importance, 0) as importance
        from marts.survey_scores
        where
            answered_on >= since
            and answered_on < least(until + 1, marts.whole_months_from(since))
        union all
        select
            answered_on as starts_on,
            client_id,
            indicator_id,
            1 as answer_count,
            perceived,
            case when importance is null then 0 else 1 end as importance_count,
            coalesce(importance, 0) as importance
        from marts.survey_scores
        where
            answered_on > marts.whole_months_until(until)
            and answered_on >= marts.whole_months_from(since)
            and answered_on <= until
    )

    select *
    from together
    where marts.in_view(client_id, client_ids);
