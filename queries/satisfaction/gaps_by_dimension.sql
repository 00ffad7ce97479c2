-- Experience against the three levels of expectation in each dimension of service (scores of ten).
-- Grain: one row per dimension with answers in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: dimension, minimum, expected, desired, perceived, adequacy_gap, expectation_gap,
--     superiority_gap, answer_count, client_count, assumed_share, expectation_gap_spread,
--     active_count.
with by_client as (
    select
        dimension,
        client_id,
        sum(level_weight) as level_weight,
        sum(minimum) as minimum,
        sum(expected) as expected,
        sum(desired) as desired,
        sum(perceived) as perceived,
        sum(level_count) as level_count,
        sum(assumed_count) as assumed_count
    from marts.dimension_answers($since, $until, $client_ids)
    where dimension is not null and level_count > 0
    group by all
),

active as (
    select count(*) as active_count
    from clients
    where marts.is_active(client_since, left_on, $until) and in_view(client_id, $client_ids)
)

select
    by_client.dimension,
    sum(by_client.minimum) / sum(by_client.level_weight) as minimum,
    sum(by_client.expected) / sum(by_client.level_weight) as expected,
    sum(by_client.desired) / sum(by_client.level_weight) as desired,
    sum(by_client.perceived) / sum(by_client.level_weight) as perceived,
    sum(by_client.perceived - by_client.minimum) / sum(by_client.level_weight) as adequacy_gap,
    sum(by_client.perceived - by_client.expected) / sum(by_client.level_weight) as expectation_gap,
    sum(by_client.perceived - by_client.desired) / sum(by_client.level_weight) as superiority_gap,
    sum(by_client.level_count)::bigint as answer_count,
    count(*) as client_count,
    sum(by_client.assumed_count) / sum(by_client.level_count) as assumed_share,
    stddev_samp((by_client.perceived - by_client.expected) / by_client.level_weight)
        as expectation_gap_spread,
    any_value(active.active_count) as active_count
from by_client
cross join active
group by by_client.dimension
order by by_client.dimension
