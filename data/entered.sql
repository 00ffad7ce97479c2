-- What people entered, laid over what files brought. `entered` is JSON: an object per record that
-- people touched (data/entered/overlays.py), '[]' for nothing.
--
-- The tables of main hold both, as they stood when the build was made. The rows of touched records
-- as the files brought them are kept in the schema files: what is entered now is laid over those,
-- and an import goes on from them.

create macro marts.imported_actions() as table
    select *
    from actions
    where
        action_id not in (
            select record_id
            from files.touched
            where table_name = 'actions'
        )
    union all by name
    select * from files.actions;

create macro marts.imported_events() as table
    select *
    from events
    where
        event_id not in (
            select record_id
            from files.touched
            where table_name = 'events'
        )
    union all by name
    select * from files.events;

create macro marts.imported_targets() as table
    select *
    from targets
    where
        target_id not in (
            select record_id
            from files.touched
            where table_name = 'targets'
        )
    union all by name
    select * from files.targets;

create macro marts.entered_actions(entered) as table
    with records as (
        select
            unnest(
                from_json(
                    entered,
                    '[{
                        "action_id": "VARCHAR", "client_id": "VARCHAR", "raised_on": "VARCHAR",
                        "what": "VARCHAR", "owner": "VARCHAR", "due_on": "VARCHAR",
                        "done_on": "VARCHAR", "edited": ["VARCHAR"], "is_added": "BOOLEAN",
                        "is_removed": "BOOLEAN", "first_due_on": "VARCHAR",
                        "moved_count": "BIGINT", "comment_count": "BIGINT",
                        "last_comment": "VARCHAR"
                    }]'
                )
            ) as record
    )

    select record.*
    from records;

create macro marts.entered_events(entered) as table
    with records as (
        select
            unnest(
                from_json(
                    entered,
                    '[{
                        "event_id": "VARCHAR", "happened_on": "VARCHAR", "label": "VARCHAR",
                        "client_id": "VARCHAR", "edited": ["VARCHAR"], "is_added": "BOOLEAN",
                        "is_removed": "BOOLEAN"
                    }]'
                )
            ) as record
    )

    select record.*
    from records;

create macro marts.entered_targets(entered) as table
    with records as (
        select
            unnest(
                from_json(
                    entered,
                    '[{
                        "target_id": "VARCHAR", "measure": "VARCHAR", "value": "VARCHAR",
                        "segment": "VARCHAR", "begins_on": "VARCHAR", "ends_on": "VARCHAR",
                        "edited": ["VARCHAR"], "is_added": "BOOLEAN", "is_removed": "BOOLEAN"
                    }]'
                )
            ) as record
    )

    select record.*
    from records;

-- The field as people left it where they set it, else as the files have it.
create macro marts.laid_over(edited, name, entered_value, imported_value) as
case when list_contains(edited, name) then entered_value else imported_value end;

-- Is there such a record: brought by a file or added, and not removed?
create macro marts.is_there(imported_id, is_added, is_removed) as
(imported_id is not null or coalesce(is_added, false)) and not coalesce(is_removed, false);

-- Every action as it stands now. first_due_on: the day before its date was first changed here.
create macro marts.actions_now(entered) as table
    with laid as (
        select
            coalesce(imported.action_id, changed.action_id) as action_id,
            marts.laid_over(
                changed.edited, 'client_id', changed.client_id, imported.client_id
            ) as client_id,
            marts.laid_over(
                changed.edited, 'raised_on', try_cast(changed.raised_on as date), imported.raised_on
            ) as raised_on,
            marts.laid_over(changed.edited, 'what', changed.what, imported.what) as what,
            marts.laid_over(changed.edited, 'owner', changed.owner, imported.owner) as owner,
            marts.laid_over(
                changed.edited, 'due_on', try_cast(changed.due_on as date), imported.due_on
            ) as due_on,
            marts.laid_over(
                changed.edited, 'done_on', try_cast(changed.done_on as date), imported.done_on
            ) as done_on,
            try_cast(changed.first_due_on as date) as first_changed_due_on,
            changed.moved_count,
            changed.comment_count,
            changed.last_comment
        from marts.imported_actions() as imported
        full outer join marts.entered_actions(entered) as changed
            on imported.action_id = changed.action_id
        where marts.is_there(imported.action_id, changed.is_added, changed.is_removed)
    )

    select
        * exclude (first_changed_due_on, moved_count, comment_count, last_comment),
        coalesce(first_changed_due_on, due_on) as first_due_on,
        coalesce(moved_count, 0) as moved_count,
        coalesce(comment_count, 0) as comment_count,
        last_comment
    from laid
    where raised_on is not null and what is not null;

-- Every event as it stands now.
create macro marts.events_now(entered) as table
    with laid as (
        select
            coalesce(imported.event_id, changed.event_id) as event_id,
            marts.laid_over(
                changed.edited,
                'happened_on',
                try_cast(changed.happened_on as date),
                imported.happened_on
            ) as happened_on,
            marts.laid_over(changed.edited, 'label', changed.label, imported.label) as label,
            marts.laid_over(
                changed.edited, 'client_id', changed.client_id, imported.client_id
            ) as client_id
        from marts.imported_events() as imported
        full outer join marts.entered_events(entered) as changed
            on imported.event_id = changed.event_id
        where marts.is_there(imported.event_id, changed.is_added, changed.is_removed)
    )

    select *
    from laid
    where happened_on is not null and label is not null;

-- Every target as it stands now.
create macro marts.targets_now(entered) as table
    with laid as (
        select
            coalesce(imported.target_id, changed.target_id) as target_id,
            marts.laid_over(
                changed.edited,
                'measure',
                try_cast(changed.measure as target_measure),
                imported.measure
            ) as measure,
            marts.laid_over(
                changed.edited, 'value', try_cast(changed.value as double), imported.value
            ) as value,
            marts.laid_over(
                changed.edited, 'segment', try_cast(changed.segment as segment), imported.segment
            ) as segment,
            marts.laid_over(
                changed.edited, 'begins_on', try_cast(changed.begins_on as date), imported.begins_on
            ) as begins_on,
            marts.laid_over(
                changed.edited, 'ends_on', try_cast(changed.ends_on as date), imported.ends_on
            ) as ends_on
        from marts.imported_targets() as imported
        full outer join marts.entered_targets(entered) as changed
            on imported.target_id = changed.target_id
        where marts.is_there(imported.target_id, changed.is_added, changed.is_removed)
    )

    select *
    from laid
    where measure is not null and value is not null and begins_on is not null;
