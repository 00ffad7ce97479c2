-- An IT department's incidents, one row each at its last state: all of them faults.
-- The client is the location: a caller is one person (5,244 of them, a median of 3 incidents each),
-- a location is a group that is served together (224). Unknown is written `?`. Every incident is
-- closed, so one without a time of resolution was resolved by the time it was closed. The first
-- reply is a stand-in, the first time the incident was active: before the opening it is none.
-- The target (made_sla) has no date and cannot become a promise.

-- table: clients
with placed as (
    select
        coalesce(nullif(location, '?'), 'Location unknown') as place,
        row_number
    from raw
)

select
    'servicenow ' || place as client_id,
    place as client_name,
    'regular' as segment,
    'internal' as side,
    min(row_number) as row_number
from placed
group by place
order by row_number;

-- table: tickets
select
    number as ticket_id,
    'servicenow ' || coalesce(nullif(location, '?'), 'Location unknown') as client_id,
    'fault' as kind,
    case left(priority, 1)
        when '1' then 'critical'
        when '2' then 'major'
        else 'minor'
    end as severity,
    nullif(category, '?') as module,
    opened_at,
    if(first_active_at >= opened_at, first_active_at, null) as first_response_at,
    coalesce(nullif(resolved_at, '?'), closed_at) as resolved_at,
    nullif(assignment_group, '?') as owner,
    reassignment_count as handover_count,
    reopen_count as reopened_count,
    nullif(closed_code, '?') as root_cause,
    row_number
from raw
order by row_number;
