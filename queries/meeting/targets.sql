-- What measures are to reach: the targets in force on some day of the period. In view are those of
-- all clients, and those of a segment where all clients in view belong to it.
-- Grain: one row per target, by measure in the order of time.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view),
--     $entered_targets (what people entered since the last import).
-- Returns: target_id, measure, value, segment, begins_on, ends_on, is_in_view.
with seen as (
    select
        min(segment) as first_segment,
        max(segment) as last_segment
    from clients
    where in_view(client_id, $client_ids)
)

select
    targets.target_id,
    targets.measure,
    targets.value,
    targets.segment,
    targets.begins_on,
    targets.ends_on,
    targets.segment is null
    or coalesce(
        targets.segment = seen.first_segment and targets.segment = seen.last_segment, false
    ) as is_in_view
from marts.targets_now($entered_targets) as targets
cross join seen
where targets.begins_on <= $until and coalesce(targets.ends_on >= $since, true)
order by targets.measure, targets.begins_on, targets.target_id
