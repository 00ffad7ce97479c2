-- What complaints received in the period are about, most frequent first.
-- Grain: one row per cause that occurs; ties by name, `other` last.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view),
--     $uncontrollable_causes.
-- Returns: cause, complaint_count, share, cumulative_share, grumble_count, is_controllable.
with counted as (
    select
        cause::varchar as cause,
        count(*) filter (where form = 'complaint') as complaint_count,
        count(*) filter (where form = 'grumble') as grumble_count
    from marts.complaint_days
    where received_on >= $since and received_on <= $until and in_view(client_id, $client_ids)
    group by all
)

select
    cause,
    complaint_count,
    complaint_count / nullif(sum(complaint_count) over (), 0) as share,
    sum(complaint_count) over ranked / nullif(sum(complaint_count) over (), 0) as cumulative_share,
    grumble_count,
    case
        when cause <> 'other'
            then cause not in (select unnest($uncontrollable_causes::varchar[]))
    end as is_controllable
from counted
window
    ranked as (
        order by cause = 'other', complaint_count desc, cause asc
        rows between unbounded preceding and current row
    )
order by cause = 'other', complaint_count desc, cause asc
