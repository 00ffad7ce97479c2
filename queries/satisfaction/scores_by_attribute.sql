-- How clients experience each attribute of service: dimensions, factors, what service can change
--     and what it cannot, single questions (scores of ten). Overall satisfaction and loyalty are
--     what attributes bring about, and are left out.
-- Grain: one row per way of grouping (dimension, factor, control, question) and attribute with
--     answers in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: grouped_by, attribute, perceived, perceived_spread, answer_count, client_count,
--     active_count.
with summed as (
    select
        attribute_number,
        sum(weight * perceived) / sum(weight) as perceived,
        stddev_samp(perceived) as perceived_spread,
        sum(answer_count)::bigint as answer_count,
        count(*) as client_count
    from marts.attribute_scores($since::date, $until::date, $client_ids)
    group by attribute_number
),

active as (
    select count(*) as active_count
    from clients
    where marts.is_active(client_since, left_on, $until) and in_view(client_id, $client_ids)
)

select
    names.grouped_by,
    names.attribute,
    summed.perceived,
    summed.perceived_spread,
    summed.answer_count,
    summed.client_count,
    active.active_count
from summed
inner join marts.attribute_names as names on summed.attribute_number = names.attribute_number
cross join active
order by names.grouped_by, names.attribute
