-- How complaints are handled, worked out once per import (measures.md, section 7). Grumbles call
-- for nothing and are left out.

-- One row per complaint, numbered: whole numbers are joined several times faster than text.
create table marts.complaint_handling as
select
    row_number() over (order by complaint_days.received_on, complaints.complaint_id)
        as complaint_number,
    complaints.complaint_id,
    complaints.client_id,
    complaints.ticket_id,
    complaints.severity,
    complaints.cause,
    complaints.received_at,
    complaint_days.received_on,
    complaint_days.resolved_on,
    coalesce(complaints.promised_at, complaints.first_promised_at)::date as promised_on,
    complaint_days.overdue_on,
    case
        when complaint_days.resolved_on is not null
            then epoch_us(complaints.resolved_at) - epoch_us(complaints.received_at)
    end as resolution_elapsed,
    marts.hours_of(resolution_elapsed) as resolution_hours,
    complaints.reopened_count
from complaints
inner join marts.complaint_days on complaints.complaint_id = complaint_days.complaint_id
where complaints.form = 'complaint'
order by complaint_days.received_on, complaints.complaint_id;

-- One row per complaint and step that it calls for or that was done. due_from: the day from which
-- the complaint calls for the step, null when it never does; done_on, done_at: the first time, and
-- elapsed since the complaint was received, in microseconds.
create table marts.step_times as
with steps as (
    select unnest(enum_range(null::step)) as step
),

first_times as (
    select
        complaint_id,
        step,
        min(done_at) as done_at,
        arg_min_null(done_by, done_at) as done_by,
        arg_min_null(role, done_at) as role
    from complaint_steps
    where done_at < $imported_at
    group by complaint_id, step
),

called_for as (
    select
        complaint_handling.complaint_number,
        complaint_handling.complaint_id,
        complaint_handling.client_id,
        complaint_handling.received_at,
        complaint_handling.received_on,
        steps.step::step as step,
        case
            when steps.step = 'followed_up' then complaint_handling.resolved_on
            when steps.step = 'appraised' and complaint_handling.cause not in (
                'technical', 'quality', 'product'
            ) then null
            when
                steps.step in ('escalated', 'report_sent', 'appraised')
                and complaint_handling.severity <> 'major'
                then null
            else complaint_handling.received_on
        end as due_from
    from marts.complaint_handling
    cross join steps
)

select
    called_for.complaint_number,
    called_for.complaint_id,
    called_for.client_id,
    called_for.received_on,
    called_for.step,
    called_for.due_from,
    first_times.done_at,
    first_times.done_at::date as done_on,
    epoch_us(first_times.done_at) - epoch_us(called_for.received_at) as elapsed,
    marts.hours_of(epoch_us(first_times.done_at) - epoch_us(called_for.received_at)) as hours,
    first_times.done_by,
    first_times.role
from called_for
left join first_times
    on
        called_for.complaint_id = first_times.complaint_id
        and called_for.step = first_times.step
where called_for.due_from is not null or first_times.done_at is not null
order by called_for.received_on, called_for.complaint_id, called_for.step;

-- The path of a major complaint in one row: what was done first, when and by whom.
create table marts.major_path as
select
    step_times.complaint_number,
    max(step_times.done_on) filter (where step_times.step = 'escalated') as escalated_on,
    max(step_times.hours) filter (where step_times.step = 'escalated') as escalated_hours,
    max(step_times.done_by) filter (where step_times.step = 'escalated') as escalated_by,
    max(step_times.role) filter (where step_times.step = 'escalated') as escalated_role,
    max(step_times.done_on) filter (where step_times.step = 'report_sent') as report_on,
    max(step_times.hours) filter (where step_times.step = 'report_sent') as report_hours,
    max(step_times.done_on) filter (where step_times.step = 'appraised') as appraised_on,
    max(step_times.hours) filter (where step_times.step = 'appraised') as appraised_hours,
    max(step_times.done_on) filter (where step_times.step = 'followed_up') as followed_up_on,
    bool_or(step_times.step = 'appraised' and step_times.due_from is not null)
        as calls_for_appraisal
from marts.step_times
inner join marts.complaint_handling
    on step_times.complaint_number = complaint_handling.complaint_number
where complaint_handling.severity = 'major'
group by step_times.complaint_number
order by step_times.complaint_number;

-- Every time a step was taken, to find who has a complaint while it is open. Those still open come
-- last, so that they are found without reading all.
create table marts.steps_taken as
select
    complaint_handling.complaint_id,
    coalesce(complaint_handling.resolved_on, date '9999-12-31') as open_until,
    complaint_steps.step,
    complaint_steps.done_at,
    complaint_steps.done_at::date as done_on,
    complaint_steps.done_by
from marts.complaint_handling
inner join complaint_steps on complaint_handling.complaint_id = complaint_steps.complaint_id
where complaint_steps.done_at < $imported_at
order by open_until, complaint_handling.complaint_id, complaint_steps.done_at;

-- Did the client come back? One row per resolved complaint: its tier before the complaint, the
-- first day within $recovered_within days from the resolution on with a tier of satisfied or
-- better, the day it left by the end of that time (the resolution's when it was gone already), and
-- its tier on the last of those days.
create table marts.recovery as
with good_spans as (
    select
        client_id,
        from_on,
        coalesce(to_on, date '9999-12-31') as to_on
    from marts.tier_spans
    where tier in ('lifelong', 'loyal', 'satisfied')
),

resolved as (
    select
        *,
        received_on - 1 as day_before,
        resolved_on + $recovered_within as window_ends_on,
        least(resolved_on + $recovered_within, cast($imported_at as date)) as last_known_on
    from marts.complaint_handling
    where resolved_on is not null
)

select
    resolved.complaint_id,
    resolved.client_id,
    resolved.severity,
    resolved.resolved_on,
    case when coalesce(earlier.to_on > resolved.day_before, true) then earlier.tier end
        as tier_before,
    case when coalesce(later.to_on > resolved.window_ends_on, true) then later.tier end
        as tier_after,
    case
        when good_spans.from_on <= resolved.last_known_on
            then greatest(good_spans.from_on, resolved.resolved_on)
    end as recovered_on,
    case
        when clients.left_on <= resolved.last_known_on
            then greatest(clients.left_on, resolved.resolved_on)
    end as left_on,
    resolved.window_ends_on
from resolved
inner join clients on resolved.client_id = clients.client_id
asof left join marts.tier_spans as earlier
    on resolved.client_id = earlier.client_id and resolved.day_before >= earlier.from_on
asof left join marts.tier_spans as later
    on resolved.client_id = later.client_id and resolved.window_ends_on >= later.from_on
asof left join good_spans
    on resolved.client_id = good_spans.client_id and resolved.resolved_on < good_spans.to_on
order by resolved.resolved_on, resolved.complaint_id;

-- What became of the clients of complaints resolved in a period, as known at the end of a day: a
-- client that came back was recovered, whatever came later. is_over: all its days have passed, so
-- that it is no longer watched; only those say what share comes back.
create macro marts.recovered_at(since, as_of, client_ids) as table
    select
        * exclude (recovered_on, left_on),
        window_ends_on < marts.moment_of(as_of)::date as is_over,
        case
            when recovered_on <= as_of then 'recovered'
            when left_on <= as_of then 'left'
            when window_ends_on < marts.moment_of(as_of)::date then 'not_recovered'
            else 'watching'
        end as outcome
    from marts.recovery
    where
        resolved_on >= since
        and resolved_on <= as_of
        and in_view(client_id, client_ids);

-- The months of a period with the days of each that lie inside it and are known, and the same days
-- a year before. January and February are one: the Spring Festival moves between them.
-- is_recorded: complaints were already recorded a year before.
create macro marts.months_compared(since, until) as table
    with months as (
        select distinct
            (first_day - to_months((month(first_day) = 2)::integer))::date as from_month,
            (first_day + to_months((month(first_day) = 1)::integer))::date as to_month
        from
            range(
                date_trunc('month', since), until + interval 1 day, interval 1 month
            ) as months (first_day)
        where first_day <= marts.known_until(until)
    ),

    inside as (
        select
            from_month,
            to_month,
            greatest(from_month, since) as starts_on,
            least(last_day(to_month), marts.known_until(until)) as ends_on
        from months
        where since <= marts.known_until(until)
    ),

    first_record as (
        select min(received_on) as received_on
        from marts.complaint_days
    )

    select
        inside.*,
        (inside.starts_on - interval 1 year)::date as previous_starts_on,
        case
            when inside.ends_on = last_day(inside.ends_on)
                then last_day(inside.ends_on - interval 1 year)
            else (inside.ends_on - interval 1 year)::date
        end as previous_ends_on,
        inside.starts_on > inside.from_month
        or inside.ends_on < last_day(inside.to_month) as is_partial,
        coalesce(inside.starts_on - interval 1 year >= first_record.received_on, false)
            as is_recorded
    from inside
    cross join first_record;
