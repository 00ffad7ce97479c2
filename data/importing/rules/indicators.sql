-- What is wrong with indicators beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'scale_low' as column_name,
    'must be below scale_high' as expected
from incoming as t
where t.scale_low >= t.scale_high
union all
select
    t.row_id,
    'weight' as column_name,
    'must be above 0' as expected
from incoming as t
where t.weight <= 0
