-- Whose the actions and events are that people may change, also of those that were taken away.
-- Grain: one row per action and event, by table, then key.
-- Binds: $entered_actions, $entered_events (what people entered, as JSON).
-- Returns: table_name, record_id, client_id, is_there.
with now as (
    select
        'actions' as table_name,
        action_id as record_id,
        client_id
    from marts.actions_now($entered_actions)
    union all
    select
        'events' as table_name,
        event_id as record_id,
        client_id
    from marts.events_now($entered_events)
),

imported as (
    select
        'actions' as table_name,
        action_id as record_id,
        client_id
    from marts.imported_actions()
    union all
    select
        'events' as table_name,
        event_id as record_id,
        client_id
    from marts.imported_events()
)

select
    *,
    true as is_there
from now
union all
select
    *,
    false as is_there
from imported
anti join now using (table_name, record_id)
order by table_name asc, record_id asc
