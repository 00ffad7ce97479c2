-- What is wrong with competitor_scores beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'indicator_id' as column_name,
    'must be the key of a known indicator' as expected
from incoming as t
anti join indicators as k on t.indicator_id = k.indicator_id
where t.indicator_id is not null
union all
select
    t.row_id,
    'perceived' as column_name,
    concat('must be on the scale from ', i.scale_low, ' to ', i.scale_high) as expected
from incoming as t
inner join indicators as i on t.indicator_id = i.indicator_id
where t.perceived not between i.scale_low and i.scale_high
