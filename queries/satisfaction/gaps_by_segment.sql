-- Experience against the three levels of expectation, VIP clients against regular ones (scores of
-- ten).
-- Grain: one row per segment with answers in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: segment, minimum, expected, desired, perceived, adequacy_gap, expectation_gap,
--     superiority_gap,
--     answer_count, client_count, assumed_share, expectation_gap_spread, active_count.
with by_client as (
    select
        client_id,
        sum(level_weight) as level_weight,
        sum(minimum) as minimum,
        sum(expected) as expected,
        sum(desired) as desired,
        sum(perceived) as perceived,
        sum(level_count) as level_count,
        sum(assumed_count) as assumed_count
    from marts.client_answers($since, $until, $client_ids)
    where level_count > 0
    group by all
),

active as (
    select
        segment,
        count(*) as active_count
    from clients
    where marts.is_active(client_since, left_on, $until) and in_view(client_id, $client_ids)
    group by segment
)

select
    clients.segment,
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
    coalesce(any_value(active.active_count), 0) as active_count
from by_client
inner join clients on by_client.client_id = clients.client_id
left join active on clients.segment = active.segment
group by clients.segment
order by clients.segment
