-- What is wrong with targets beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'ends_on' as column_name,
    'must not be before begins_on' as expected
from incoming as t
where t.ends_on < t.begins_on
union all
select
    t.row_id,
    'value' as column_name,
    'must be a share from 0 to 1' as expected
from incoming as t
where
    t.measure in ('satisfied_share', 'within_target_share', 'kept_share')
    and t.value not between 0 and 1
union all
select
    t.row_id,
    'value' as column_name,
    'must be from 0 to 100' as expected
from incoming as t
where t.measure = 'index' and t.value not between 0 and 100
union all
select
    t.row_id,
    'value' as column_name,
    'must be from -100 to 100' as expected
from incoming as t
where t.measure = 'nps' and t.value not between -100 and 100
union all
select
    t.row_id,
    'value' as column_name,
    'must be from -10 to 10' as expected
from incoming as t
where t.measure = 'expectation_gap' and t.value not between -10 and 10
union all
select
    t.row_id,
    'value' as column_name,
    'must be at least 0' as expected
from incoming as t
where t.measure = 'complaints_per_week' and t.value < 0
