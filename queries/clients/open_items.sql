-- What is open between us and a client: complaints with the steps still missing, promised dates
--     that are past or near, actions of the weekly meeting.
-- Grain: one row per open complaint, ticket or promise past its date or due within $days_ahead
--     days, and open action; by client, complaints first, then the earliest due.
-- Binds: $until (date, included), $client_ids (the clients in view), $days_ahead,
--     $entered_actions.
-- Returns: client_id, item, id, what, severity, cause, opened_on, first_due_on, due_on,
--     days_left, is_past_due, owner, missing_steps.
with items as (
    select
        client_id,
        'complaint' as item,
        complaint_id as id,
        description as what,
        severity,
        cause,
        received_on as opened_on,
        first_due_on,
        due_on,
        is_past_due,
        holder as owner,
        missing_steps
    from marts.open_complaints_at($until::date, $client_ids)
    union all by name
    select
        client_id,
        kind as item,
        promise_id as id,
        what,
        promised_on as opened_on,
        first_due_on,
        due_on,
        is_past_due,
        made_by as owner
    from marts.open_promises_at($until::date, $client_ids)
    where kind <> 'complaint' and (is_past_due or days_left <= $days_ahead)
    union all by name
    select
        client_id,
        'action' as item,
        action_id as id,
        what,
        raised_on as opened_on,
        first_due_on,
        due_on,
        is_past_due,
        owner
    from marts.open_actions_at($until::date, $client_ids, $entered_actions)
)

select
    client_id,
    item,
    id,
    what,
    severity,
    cause,
    opened_on,
    first_due_on,
    due_on,
    due_on - marts.known_until($until::date) as days_left,
    is_past_due,
    owner,
    missing_steps
from items
order by client_id asc, item <> 'complaint' asc, due_on asc nulls last, item asc, id asc
