-- Does the first person asked keep a ticket until it is resolved, and what do handovers cost?
-- Grain: one row per kind and number of handovers (3 = three or more, empty = not known) of tickets
--     resolved in the period.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: kind, handovers, ticket_count, first_owner_count, reopened_count,
--     working_resolution_hours_p50, owner_known_count.
select
    kind,
    case when handover_count is not null then least(handover_count, 3) end as handovers,
    count(*) as ticket_count,
    count(*) filter (where owner = first_owner) as first_owner_count,
    count(*) filter (where reopened_count > 0) as reopened_count,
    quantile_cont(working_resolution_hours, 0.5) as working_resolution_hours_p50,
    count(*) filter (where owner is not null and first_owner is not null) as owner_known_count
from marts.ticket_times
where
    opened_on <= $until
    and resolved_on between $since and $until
    and in_view(client_id, $client_ids)
group by kind, handovers
order by kind, handovers nulls last
