-- Experience against expectation each month (score of ten), over answers that asked for both or let
-- it be assumed.
-- Grain: one row per month with such answers; a month cut by the period counts its days inside it.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: month, expected, perceived, expectation_gap, answer_count, client_count,
--     expectation_gap_spread.
with clients_by_month as (
    select
        date_trunc('month', starts_on)::date as month,
        client_id,
        sum(level_weight) as level_weight,
        sum(expected) as expected,
        sum(perceived) as perceived,
        sum(level_count) as level_count
    from marts.client_answers($since, $until, $client_ids)
    where level_count > 0
    group by all
)

select
    month,
    sum(expected) / sum(level_weight) as expected,
    sum(perceived) / sum(level_weight) as perceived,
    (sum(perceived) - sum(expected)) / sum(level_weight) as expectation_gap,
    sum(level_count)::bigint as answer_count,
    count(*) as client_count,
    stddev_samp((perceived - expected) / level_weight) as expectation_gap_spread
from clients_by_month
group by month
order by month
