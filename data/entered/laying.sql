-- Lays what people entered over the tables of main, and keeps what was beneath it in files.

create or replace temp table standing as
select * exclude (first_due_on, moved_count, comment_count, last_comment)
from marts.actions_now($entered_actions)
where action_id in (select action_id from marts.entered_actions($entered_actions));
insert into files.actions by name
select *
from actions
where action_id in (select action_id from marts.entered_actions($entered_actions));
insert into files.touched
select
    'actions' as table_name,
    action_id as record_id
from marts.entered_actions($entered_actions);
delete from actions
where
    action_id in (
        select record_id
        from files.touched
        where table_name = 'actions'
    );
insert into actions by name select * from standing;

create or replace temp table standing as
select *
from marts.events_now($entered_events)
where event_id in (select event_id from marts.entered_events($entered_events));
insert into files.events by name
select *
from events
where event_id in (select event_id from marts.entered_events($entered_events));
insert into files.touched
select
    'events' as table_name,
    event_id as record_id
from marts.entered_events($entered_events);
delete from events
where
    event_id in (
        select record_id
        from files.touched
        where table_name = 'events'
    );
insert into events by name select * from standing;

create or replace temp table standing as
select *
from marts.targets_now($entered_targets)
where target_id in (select target_id from marts.entered_targets($entered_targets));
insert into files.targets by name
select *
from targets
where target_id in (select target_id from marts.entered_targets($entered_targets));
insert into files.touched
select
    'targets' as table_name,
    target_id as record_id
from marts.entered_targets($entered_targets);
delete from targets
where
    target_id in (
        select record_id
        from files.touched
        where table_name = 'targets'
    );
insert into targets by name select * from standing;

drop table standing;
