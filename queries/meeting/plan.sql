-- What the seven days after the period bring: open promises and actions due in them, and those past
--     their dates. An action agreed within the seven days is part of it: the meeting about a period
--     is held after its end. All else is as known at that end.
-- Grain: one row per promise, date of a ticket or complaint, and action; those past their dates
--     first, each by the nearest date; actions without a date last, and one without a client is in
--     every view.
-- Binds: $until (date, included), $client_ids (the clients in view), $entered_actions (what people
--     entered, as JSON).
-- Returns: record, id, client_id, client_name, what, owner, agreed_on, first_due_on, due_on,
--     days_left, is_past_due.
with promised as (
    select
        kind::varchar as record,
        promise_id as id,
        client_id,
        what,
        made_by as owner,
        promised_on as agreed_on,
        first_due_on,
        due_on,
        is_past_due
    from marts.open_promises_at($until::date, $client_ids)
    where due_on <= $until::date + 7
),

acted as (
    select
        'action' as record,
        action_id as id,
        client_id,
        what,
        owner,
        raised_on as agreed_on,
        first_due_on,
        due_on,
        coalesce(due_on < marts.known_until($until::date + 1), false) as is_past_due
    from marts.actions_now($entered_actions)
    where
        raised_on <= $until::date + 7
        and coalesce(done_on > $until::date, true)
        and coalesce(due_on <= $until::date + 7, true)
        and (client_id is null or in_view(client_id, $client_ids))
),

planned as (
    select * from promised
    union all by name
    select * from acted
)

select
    planned.record,
    planned.id,
    planned.client_id,
    clients.client_name,
    planned.what,
    planned.owner,
    planned.agreed_on,
    planned.first_due_on,
    planned.due_on,
    planned.due_on - marts.known_until($until::date) as days_left,
    planned.is_past_due
from planned
left join clients on planned.client_id = clients.client_id
order by
    planned.is_past_due desc,
    abs(planned.due_on - $until::date) asc nulls last,
    planned.record asc,
    planned.id asc
