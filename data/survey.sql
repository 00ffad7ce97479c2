-- Single answers as the drivers and the index read them. Answers that contradict each other are
-- left out (measures.md, section 1), as is what the last import did not know yet. Beside them the
-- invitations, with the day on which each was answered.

-- Clients and questions are numbered, because a number is grouped by in a third of the time of its
-- text.
create table marts.client_numbers as
select
    client_id,
    row_number() over (order by client_id)::integer as client_number
from clients
order by client_id;

create table marts.indicator_numbers as
select
    indicator_id,
    row_number() over (order by indicator_id)::integer as indicator_number
from indicators
order by indicator_id;

-- The ids of questions as a kind of their own, with the recommendation, which is none: long answers
-- then name each once.
create type marts.indicator as enum (
    select indicator_id
    from indicators
    union distinct
    select 'recommend'
    order by indicator_id
);

-- One row per answer with an experience, on its indicator's own scale.
create table marts.survey_scores as
select
    answers.response_id,
    responses.answered_at::date as answered_on,
    responses.client_id,
    clients.client_number,
    answers.indicator_id,
    indicators.indicator_number,
    answers.perceived,
    answers.importance
from answers
inner join responses on answers.response_id = responses.response_id
inner join marts.client_numbers as clients on responses.client_id = clients.client_id
inner join marts.indicator_numbers as indicators on answers.indicator_id = indicators.indicator_id
where
    responses.answered_at < $imported_at
    and answers.perceived is not null
    and not marts.is_inverted(answers.minimum, answers.expected, answers.desired)
order by answered_on, responses.client_id, answers.indicator_id;

-- Responses numbered in an order drawn by lot, the same whenever it is drawn: the first so many of
-- a period are a sample of it.
create table marts.survey_responses as
with satisfied as (
    select distinct scores.response_id
    from marts.survey_scores as scores
    inner join indicators on scores.indicator_id = indicators.indicator_id
    where indicators.latent = 'satisfaction'
)

select
    responses.response_id,
    responses.client_id,
    responses.answered_at::date as answered_on,
    responses.recommend::double as recommend,
    responses.method,
    responses.invited_at is not null as names_invitation,
    satisfied.response_id is not null as states_satisfaction,
    row_number() over (
        order by hash(responses.response_id), responses.response_id
    )::integer as response_number
from responses
left join satisfied on responses.response_id = satisfied.response_id
where responses.answered_at < $imported_at
order by answered_on, response_number;

-- The answers once more in the order drawn by lot, so that a sample of them lies together; those of
-- the few that state satisfaction first.
create table marts.drawn_scores as
select
    responses.states_satisfaction,
    responses.response_number,
    scores.indicator_id::marts.indicator as indicator_id,
    scores.perceived
from marts.survey_scores as scores
inner join marts.survey_responses as responses on scores.response_id = responses.response_id
order by responses.states_satisfaction desc, responses.response_number asc, indicator_id asc;

-- What each question is an attribute of: its dimension, its factor, whether service can change it,
-- and itself. Overall satisfaction and loyalty are what attributes bring about, and have no rows.
create table marts.attributes as
with asked as (
    select
        *,
        case is_controllable when true then 'controllable' when false then 'uncontrollable' end
            as control
    from indicators
    where coalesce(latent not in ('satisfaction', 'loyalty'), true)
),

named as (
    select
        'dimension' as grouped_by,
        dimension::varchar as attribute,
        indicator_id
    from asked
    union all
    select
        'factor' as grouped_by,
        factor::varchar as attribute,
        indicator_id
    from asked
    union all
    select
        'control' as grouped_by,
        control as attribute,
        indicator_id
    from asked
    union all
    select
        'question' as grouped_by,
        indicator_id as attribute,
        indicator_id
    from asked
)

select
    named.grouped_by,
    named.attribute,
    dense_rank() over (order by named.grouped_by, named.attribute)::integer as attribute_number,
    named.indicator_id,
    numbers.indicator_number,
    indicators.weight,
    indicators.scale_low,
    indicators.scale_high
from named
inner join indicators on named.indicator_id = indicators.indicator_id
inner join marts.indicator_numbers as numbers on named.indicator_id = numbers.indicator_id
where named.attribute is not null
order by named.grouped_by, named.attribute, named.indicator_id;

create view marts.attribute_names as
select distinct
    attribute_number,
    grouped_by,
    attribute
from marts.attributes;

-- Sums per month, client and indicator, for whole months inside a period. starts_on is the month's
-- first day.
create table marts.indicator_months as
select
    date_trunc('month', answered_on)::date as starts_on,
    client_id,
    client_number,
    indicator_id,
    indicator_number,
    count(*) as answer_count,
    sum(perceived) as perceived,
    min(perceived) as lowest,
    max(perceived) as highest,
    count(importance) as importance_count,
    coalesce(sum(importance), 0) as importance
from marts.survey_scores
group by all
order by starts_on, client_id, indicator_id;

-- Single answers in the shape of those sums.
create macro marts.single_answers(since, until) as table
    select
        answered_on as starts_on,
        client_id,
        client_number,
        indicator_id,
        indicator_number,
        1 as answer_count,
        perceived,
        perceived as lowest,
        perceived as highest,
        (importance is not null)::integer as importance_count,
        coalesce(importance, 0) as importance
    from marts.survey_scores
    where answered_on >= since and answered_on <= until;

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
        select *
        from marts.single_answers(since, least(until, marts.whole_months_from(since) - 1))
        union all
        select *
        from
            marts.single_answers(
                greatest(marts.whole_months_until(until) + 1, marts.whole_months_from(since)),
                until
            )
    )

    select *
    from together
    where in_view(client_id, client_ids);

-- Sums per day and indicator over all clients.
create table marts.indicator_days as
select
    answered_on,
    indicator_id,
    count(*) as answer_count,
    min(perceived) as lowest,
    max(perceived) as highest,
    count(importance) as importance_count,
    coalesce(sum(importance), 0) as importance
from marts.survey_scores
group by all
order by answered_on, indicator_id;

-- Sums per indicator over any period, without regard to clients: by day where every client is in
-- view. Several rows per indicator.
create macro marts.indicator_sums(since, until, client_ids) as table
    select
        indicator_id,
        answer_count,
        lowest,
        highest,
        importance_count,
        importance
    from marts.indicator_days
    where client_ids is null and answered_on >= since and answered_on <= until
    union all
    select
        indicator_id,
        answer_count,
        lowest,
        highest,
        importance_count,
        importance
    from marts.indicator_answers(since, until, client_ids)
    where client_ids is not null;

-- How each client experiences each attribute (scores of ten), weighted as the questions are. A
-- question is an attribute of one question, so that nothing is summed for it.
create macro marts.attribute_scores(since, until, client_ids) as table
    with by_question as (
        select
            client_number,
            indicator_number,
            sum(answer_count)::bigint as answer_count,
            sum(perceived) / sum(answer_count) as perceived
        from marts.indicator_answers(since, until, client_ids)
        group by client_number, indicator_number
    ),

    scored as (
        select
            attributes.grouped_by,
            attributes.attribute_number,
            by_question.client_number,
            by_question.answer_count,
            attributes.weight * by_question.answer_count as weight,
            marts.score10(by_question.perceived, attributes.scale_low, attributes.scale_high)
                as perceived
        from by_question
        inner join marts.attributes on by_question.indicator_number = attributes.indicator_number
    ),

    by_client as (
        select
            attribute_number,
            sum(answer_count)::bigint as answer_count,
            sum(weight) as weight,
            sum(weight * perceived) / sum(weight) as perceived
        from scored
        where grouped_by <> 'question'
        group by attribute_number, client_number
        union all
        select
            attribute_number,
            answer_count,
            weight,
            perceived
        from scored
        where grouped_by = 'question'
    )

    select *
    from by_client;

-- What competitors were scored at, each question at its latest score known at the end of a day.
create macro marts.competitor_scores_at(as_of) as table
    select competitor_scores.*
    from competitor_scores
    cross join marts.contents
    where
        competitor_scores.scored_on <= as_of
        and competitor_scores.scored_on <= contents.imported_at::date
    qualify
        row_number() over (
            partition by competitor_scores.competitor, competitor_scores.indicator_id
            order by competitor_scores.scored_on desc
        ) = 1;

-- Invitations sent, by day, client and method, and the day they were answered (null: not yet). A
-- response answers an invitation of its client and method sent on the day it says it was invited.
-- Of several sent on one day each is answered once, in the order of the answers.
create table marts.invitation_days as
with sent as (
    select
        sent_at::date as sent_on,
        client_id,
        method,
        row_number() over (
            partition by sent_at::date, client_id, method
            order by sent_at, invitation_id
        ) as place
    from invitations
    where sent_at < $imported_at
),

answers_to_one as (
    select
        invited_at::date as sent_on,
        client_id,
        method,
        answered_at::date as answered_on,
        row_number() over (
            partition by invited_at::date, client_id, method
            order by answered_at, response_id
        ) as place
    from responses
    where answered_at < $imported_at and invited_at <= answered_at
)

select
    sent.sent_on,
    sent.client_id,
    sent.method,
    answers_to_one.answered_on,
    count(*) as invitation_count
from sent
left join answers_to_one
    on
        sent.sent_on = answers_to_one.sent_on
        and sent.client_id = answers_to_one.client_id
        and sent.method = answers_to_one.method
        and sent.place = answers_to_one.place
group by all
order by sent.sent_on, sent.client_id, sent.method, answers_to_one.answered_on;
