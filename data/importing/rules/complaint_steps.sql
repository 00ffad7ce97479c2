-- What is wrong with complaint_steps beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'complaint_id' as column_name,
    'must be the key of a known complaint' as expected
from incoming as t
anti join complaints as k on t.complaint_id = k.complaint_id
where t.complaint_id is not null
