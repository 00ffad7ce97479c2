-- Whose the actions and events are that people may change, also of those that were taken away.
-- Grain: one row per action and event that is there or that a file brought, by table, then key.
-- Binds: $entered_actions, $entered_events (what people entered, as JSON).
-- Returns: table_name, record_id, client_id, is_there.
with action_owners as (
    select
        coalesce(present.action_id, imported.action_id) as record_id,
        present.action_id is not null as is_there,
        case
            when present.action_id is null then imported.client_id else present.client_id
        end as client_id
    from marts.actions_now($entered_actions) as present
    full outer join marts.imported_actions() as imported
        on present.action_id = imported.action_id
),

event_owners as (
    select
        coalesce(present.event_id, imported.event_id) as record_id,
        present.event_id is not null as is_there,
        case
            when present.event_id is null then imported.client_id else present.client_id
        end as client_id
    from marts.events_now($entered_events) as present
    full outer join marts.imported_events() as imported
        on present.event_id = imported.event_id
)

select
    'actions' as table_name,
    record_id,
    client_id,
    is_there
from action_owners
union all
select
    'events' as table_name,
    record_id,
    client_id,
    is_there
from event_owners
order by table_name asc, record_id asc
