-- What is open, and what to take up first: points for where it comes from, how much it presses and
-- how hard it has proved to be, added up.
-- Grain: one row per open complaint, ticket and promise, most points first, then the earlier due,
--     the older; at most $most_rows of them.
-- Binds: $until (date, included), $client_ids (the clients in view), $most_rows, $points_complaint,
--     $points_fault, $points_promise, $points_delivery, $points_requirement, $points_vip,
--     $points_past_due, $points_due_soon, $points_soon_days, $points_critical, $points_major,
--     $points_minor, $points_reopened, $points_handed_over, $points_waiting.
-- Returns: source, id, client_id, client_name, segment, what, severity, owner, opened_on, due_on,
--     days_left, state, handover_count, reopened_count, source_points, urgency_points,
--     difficulty_points, points.
with problems as (
    select
        open_problems.source,
        open_problems.id,
        open_problems.client_id,
        clients.client_name,
        clients.segment,
        open_problems.what,
        open_problems.severity,
        open_problems.owner,
        open_problems.opened_on,
        open_problems.due_on,
        open_problems.due_on - marts.known_until($until) as days_left,
        open_problems.state,
        open_problems.handover_count,
        open_problems.reopened_count
    from marts.open_problems_at($until, $client_ids) as open_problems
    inner join clients on open_problems.client_id = clients.client_id
),

weighed as (
    select
        *,
        case source
            when 'complaint' then $points_complaint
            when 'fault' then $points_fault
            when 'promise' then $points_promise
            when 'delivery' then $points_delivery
            else $points_requirement
        end
        + case when segment = 'vip' then $points_vip else 0 end as source_points,
        case
            when state in ('breached', 'overdue') then $points_past_due
            when days_left <= $points_soon_days then $points_due_soon
            else 0
        end
        + case severity
            when 'critical' then $points_critical
            when 'major' then $points_major
            else $points_minor
        end as urgency_points,
        case when reopened_count > 0 then $points_reopened else 0 end
        + case when handover_count > 0 then $points_handed_over else 0 end
        + case when state = 'paused' then $points_waiting else 0 end as difficulty_points
    from problems
)

select
    *,
    source_points + urgency_points + difficulty_points as points
from weighed
order by points desc, due_on asc nulls last, opened_on asc, id asc, source asc
limit $most_rows
