-- Would clients recommend us? Promoters (9 and 10), detractors (0 to 6) and the net promoter score.
-- Grain: one row for the whole period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: promoters, passives, detractors, response_count, nps.
with counted as (
    select
        coalesce(sum(promoters), 0)::bigint as promoters,
        coalesce(sum(passives), 0)::bigint as passives,
        coalesce(sum(detractors), 0)::bigint as detractors
    from marts.client_answers($since, $until, $client_ids)
)

select
    promoters,
    passives,
    detractors,
    promoters + passives + detractors as response_count,
    100 * (promoters - detractors) / nullif(promoters + passives + detractors, 0) as nps
from counted
