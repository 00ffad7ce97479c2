-- Takes off what people entered, so that the tables of main are as the files brought them.

delete from actions
where
    action_id in (
        select record_id
        from files.touched
        where table_name = 'actions'
    );
insert into actions by name select * from files.actions;
delete from files.actions;

delete from events
where
    event_id in (
        select record_id
        from files.touched
        where table_name = 'events'
    );
insert into events by name select * from files.events;
delete from files.events;

delete from targets
where
    target_id in (
        select record_id
        from files.touched
        where table_name = 'targets'
    );
insert into targets by name select * from files.targets;
delete from files.targets;

delete from files.touched;
