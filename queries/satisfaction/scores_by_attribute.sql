-- How clients experience each attribute of service: dimensions, factors, what service can change
--     and what it cannot, single questions (scores of ten). Overall satisfaction and loyalty are
--     what attributes bring about, and are left out.
-- Grain: one row per way of grouping (dimension, factor, control, question) and attribute with
--     answers in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: grouped_by, attribute, perceived, perceived_spread, answer_count, client_count,
--     active_count.
with by_question as (
    select
        client_number,
        indicator_id,
        sum(answer_count)::bigint as answer_count,
        sum(perceived) / sum(answer_count) as perceived
    from marts.indicator_answers($since::date, $until::date, $client_ids)
    group by client_number, indicator_id
),

by_client as (
    select
        attributes.grouped_by,
        attributes.attribute,
        by_question.client_number,
        sum(by_question.answer_count)::bigint as answer_count,
        sum(attributes.weight * by_question.answer_count) as weight,
        sum(
            attributes.weight
            * by_question.answer_count
            * marts.score10(by_question.perceived, attributes.scale_low, attributes.scale_high)
        ) as perceived
    from by_question
    inner join marts.attributes on by_question.indicator_id = attributes.indicator_id
    group by attributes.grouped_by, attributes.attribute, by_question.client_number
),

active as (
    select count(*) as active_count
    from clients
    where marts.is_active(client_since, left_on, $until) and marts.in_view(client_id, $client_ids)
)

select
    by_client.grouped_by,
    by_client.attribute,
    sum(by_client.perceived) / sum(by_client.weight) as perceived,
    stddev_samp(by_client.perceived / by_client.weight) as perceived_spread,
    sum(by_client.answer_count)::bigint as answer_count,
    count(*) as client_count,
    any_value(active.active_count) as active_count
from by_client
cross join active
group by by_client.grouped_by, by_client.attribute
order by by_client.grouped_by, by_client.attribute
