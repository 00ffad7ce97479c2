-- Promises were due before they were made.
-- Grain: one row per such promise, ticket or complaint.
-- Binds: nothing.
-- Returns: table_name, id, made_at, due_at.
select
    'promises' as table_name,
    promise_id as id,
    promised_on::timestamptz as made_at,
    least(due_on, first_due_on)::timestamptz as due_at
from promises
where least(due_on, first_due_on) < promised_on
union all
select
    'tickets' as table_name,
    ticket_id as id,
    opened_at as made_at,
    least(promised_at, first_promised_at) as due_at
from tickets
where least(promised_at, first_promised_at) < opened_at
union all
select
    'complaints' as table_name,
    complaint_id as id,
    received_at as made_at,
    least(promised_at, first_promised_at) as due_at
from complaints
where least(promised_at, first_promised_at) < received_at
