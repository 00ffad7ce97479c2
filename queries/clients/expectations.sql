-- Experience against expectation of each client at the end of each month, over the answers of the
-- days that a tier rests on; where it was asked for no expectation, what it stated alone.
-- Grain: one row per client that was one and month with answers in those days; scores of ten.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $tier_window.
-- Returns: client_id, as_of, minimum, expected, desired, perceived, expectation_gap, answer_count,
--     day_count, expectation_gap_spread.
with ends as (
    select distinct least(last_day(first_day), $until::date)::date as as_of
    from
        range(
            date_trunc('month', $since::date), $until::date + interval 1 day, interval 1 month
        ) as months (first_day)
),

sums as (
    select
        days.client_id,
        ends.as_of,
        sum(days.level_count) as level_count,
        sum(days.level_weight) as level_weight,
        sum(days.perceived) as perceived,
        sum(days.minimum) as minimum,
        sum(days.expected) as expected,
        sum(days.desired) as desired,
        sum(days.stated_count) as stated_count,
        sum(days.stated_weight) as stated_weight,
        sum(days.stated_perceived) as stated_perceived,
        count(*) filter (where days.level_count > 0) as day_count,
        stddev_samp((days.perceived - days.expected) / nullif(days.level_weight, 0))
            as expectation_gap_spread
    from ends
    inner join marts.client_days as days
        on ends.as_of >= days.starts_on and ends.as_of - $tier_window < days.starts_on
    where in_view(days.client_id, $client_ids)
    group by days.client_id, ends.as_of
)

select
    sums.client_id,
    sums.as_of,
    sums.minimum / nullif(sums.level_weight, 0) as minimum,
    sums.expected / nullif(sums.level_weight, 0) as expected,
    sums.desired / nullif(sums.level_weight, 0) as desired,
    case
        when sums.level_count > 0 then sums.perceived / sums.level_weight
        else sums.stated_perceived / sums.stated_weight
    end as perceived,
    (sums.perceived - sums.expected) / nullif(sums.level_weight, 0) as expectation_gap,
    case when sums.level_count > 0 then sums.level_count else sums.stated_count end::bigint
        as answer_count,
    sums.day_count,
    sums.expectation_gap_spread
from sums
inner join clients on sums.client_id = clients.client_id
where
    sums.level_count + sums.stated_count > 0
    and marts.is_active(clients.client_since, clients.left_on, sums.as_of)
order by sums.as_of, sums.client_id
