-- A client beside the other clients of its segment and beside all others: its gap of expectation,
-- tickets resolved within target, promises kept, complaints for each year as a client.
-- Grain: one row per group (client, segment, base) with a client in it; the one is in no other.
-- Binds: $client_id (the one), $since, $until (dates, both included), $client_ids (the clients it
--     may be compared with).
-- Returns: grouped_by, client_count, answer_count, gap_count, expectation_gap,
--     expectation_gap_spread, decided, within_target, due, kept, received, day_count.
with figures as (
    select * from marts.client_figures($since::date, $until::date, $client_ids)
),

own_days as (
    select
        count(*) as gap_count,
        stddev_samp((perceived - expected) / level_weight) as spread
    from marts.client_days
    where
        client_id = $client_id and starts_on >= $since and starts_on <= $until and level_count > 0
),

grouped as (
    select
        unnest(
            case
                when figures.client_id = $client_id then ['client']
                when figures.segment = one.segment then ['segment', 'base']
                else ['base']
            end
        ) as grouped_by,
        figures.*
    from figures
    inner join clients as one
        on one.client_id = $client_id and in_view(one.client_id, $client_ids)
)

select
    grouped.grouped_by,
    count(*) as client_count,
    sum(grouped.answer_count)::bigint as answer_count,
    case
        when grouped.grouped_by = 'client' then any_value(own_days.gap_count)
        else count(grouped.expectation_gap)
    end as gap_count,
    avg(grouped.expectation_gap) as expectation_gap,
    case
        when grouped.grouped_by = 'client' then any_value(own_days.spread)
        else stddev_samp(grouped.expectation_gap)
    end as expectation_gap_spread,
    sum(grouped.decided)::bigint as decided,
    sum(grouped.within_target)::bigint as within_target,
    sum(grouped.due)::bigint as due,
    sum(grouped.kept)::bigint as kept,
    sum(grouped.received)::bigint as received,
    sum(grouped.day_count)::bigint as day_count
from grouped
cross join own_days
group by grouped.grouped_by
order by array_position(['client', 'segment', 'base'], grouped.grouped_by)
