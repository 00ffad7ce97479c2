-- What a client was promised, and what was agreed about it in meetings, in the last twelve months.
-- Grain: one row per promise and action made in that time or still open, by the day it is due.
-- Binds: $complaint_id, $until (date), $client_ids (the clients in view), $entered_actions.
-- Returns: record, id, what, owner, promised_on, first_due_on, due_on, done_on, state.
with complaint as (
    select
        client_id,
        marts.known_until($until::date) as known_until
    from marts.complaint_handling
    where
        complaint_id = $complaint_id
        and received_on <= $until
        and in_view(client_id, $client_ids)
),

agreed as (
    select
        *,
        kind as record,
        promise_id as id,
        made_by as owner
    from marts.promise_ledger
    union all by name
    select
        'action' as record,
        action_id as id,
        client_id,
        what,
        owner,
        raised_on as promised_on,
        first_due_on,
        due_on,
        done_on,
        coalesce(done_on <= first_due_on, true) as is_kept,
        case
            when first_due_on < marts.known_until(first_due_on + 1) then first_due_on
        end as first_late_on
    from marts.actions_now($entered_actions)
)

select
    agreed.record,
    agreed.id,
    agreed.what,
    agreed.owner,
    agreed.promised_on,
    agreed.first_due_on,
    agreed.due_on,
    case when agreed.done_on <= complaint.known_until then agreed.done_on end as done_on,
    marts.outcome_of(
        agreed.promised_on, agreed.done_on, agreed.is_kept, agreed.first_late_on, $until
    ) as state
from complaint
inner join agreed on complaint.client_id = agreed.client_id
where
    agreed.promised_on <= complaint.known_until
    and (
        agreed.promised_on > $until::date - interval 1 year
        or coalesce(agreed.done_on > complaint.known_until, true)
    )
order by agreed.due_on, agreed.record, agreed.id
