-- Tickets or complaints were resolved before they were opened or received.
-- Grain: one row per such ticket or complaint.
-- Binds: nothing.
-- Returns: table_name, id, began_at, resolved_at.
select
    'tickets' as table_name,
    ticket_id as id,
    opened_at as began_at,
    resolved_at
from tickets
where resolved_at < opened_at
union all
select
    'complaints' as table_name,
    complaint_id as id,
    received_at as began_at,
    resolved_at
from complaints
where resolved_at < received_at
