-- What is wrong with pauses beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'ticket_id' as column_name,
    'must be the key of a known ticket' as expected
from incoming as t
anti join tickets as k on t.ticket_id = k.ticket_id
where t.ticket_id is not null
union all
select
    t.row_id,
    'resumed_at' as column_name,
    'must not be before paused_at' as expected
from incoming as t
where t.resumed_at < t.paused_at
