-- What is wrong with clients beyond the type of a cell.
-- Grain: one row per fault of a row in incoming.
-- Binds: nothing.
-- Returns: row_id, column_name, expected.
select
    t.row_id,
    'left_on' as column_name,
    'must not be before client_since' as expected
from incoming as t
where t.left_on < t.client_since
union all
select
    t.row_id,
    'order_value' as column_name,
    'must be at least 0' as expected
from incoming as t
where t.order_value < 0
union all
select
    t.row_id,
    'orders_per_year' as column_name,
    'must be at least 0' as expected
from incoming as t
where t.orders_per_year < 0
union all
select
    t.row_id,
    'related_sales' as column_name,
    'must be at least 0' as expected
from incoming as t
where t.related_sales < 0
union all
select
    t.row_id,
    'relationship_years' as column_name,
    'must be at least 0' as expected
from incoming as t
where t.relationship_years < 0
