-- Change of the gap since the period before, split into change of service and drift of expectations
--     (scores of ten).
-- Grain: one row per dimension, and `overall`; means over the clients heard in both periods, each
--     counted once.
-- Binds: $since, $until, $previous_since, $previous_until (dates, both included), $client_ids (the
--     clients in view).
-- Returns: dimension, client_count, perceived_change, expected_change, gap_change,
--     perceived_change_spread, expected_change_spread, gap_change_spread.
with changes as (
    select
        now.dimension,
        now.perceived - before.perceived as perceived_change,
        now.expected - before.expected as expected_change
    from marts.client_gaps($since, $until, $client_ids) as now
    inner join marts.client_gaps($previous_since, $previous_until, $client_ids) as before
        on now.dimension = before.dimension and now.client_id = before.client_id
)

select
    dimension,
    count(*) as client_count,
    avg(perceived_change) as perceived_change,
    avg(expected_change) as expected_change,
    avg(perceived_change - expected_change) as gap_change,
    stddev_samp(perceived_change) as perceived_change_spread,
    stddev_samp(expected_change) as expected_change_spread,
    stddev_samp(perceived_change - expected_change) as gap_change_spread
from changes
group by dimension
order by dimension = 'overall', try_cast(dimension as dimension)
