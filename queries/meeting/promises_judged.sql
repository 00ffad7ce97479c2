-- What became of the promises that a meeting judges: those first due in the period, those done in
-- it after their first date, and those past their first date and still open at its end.
-- Grain: one row per such promise; carried over first, those due in the period before the others,
--     the longest first.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view).
-- Returns: promise_id, kind, client_id, client_name, what, made_by, promised_on, first_due_on,
--     due_on, done_on, state, is_due_now, carried_weeks, is_moved.
with ledger as (
    select
        * exclude (done_on),
        case when done_on <= $until then done_on end as done_on
    from marts.promises_of(date '0001-01-01', $until::date, $client_ids)
),

judged as (
    select
        *,
        case outcome
            when 'kept' then 'done_in_time'
            when 'broken' then 'done_late'
            when 'overdue' then 'carried_over'
            else 'open'
        end as state,
        first_due_on >= $since as is_due_now
    from ledger
    where first_due_on >= $since or done_on >= $since or outcome = 'overdue'
)

select
    judged.promise_id,
    judged.kind,
    judged.client_id,
    clients.client_name,
    judged.what,
    judged.made_by,
    judged.promised_on,
    judged.first_due_on,
    judged.due_on,
    judged.done_on,
    judged.state,
    judged.is_due_now,
    -- Meetings since it was first due: one at the end of each ISO week.
    case
        when judged.state in ('done_late', 'carried_over')
            then datediff(
                'week',
                date_trunc('week', judged.first_due_on),
                date_trunc('week', coalesce(judged.done_on, $until))
            )
        else 0
    end as carried_weeks,
    judged.is_moved
from judged
inner join clients on judged.client_id = clients.client_id
order by
    judged.state <> 'carried_over' asc,
    judged.state <> 'done_late' asc,
    judged.state <> 'open' asc,
    judged.is_due_now desc,
    judged.first_due_on asc,
    judged.kind asc,
    judged.promise_id asc
