-- What is wrong with events beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'client_id' as column_name,
    'must be the key of a known client' as expected
from incoming as t
anti join known_clients as k on t.client_id = k.client_id
where t.client_id is not null
