-- Response times and promises, worked out once per import (measures.md, section 6).

-- The moment looked at for a day: its end, or the last import when that is earlier.
create macro marts.moment_of(as_of) as (
    least((as_of + 1)::timestamptz, (select imported_at from marts.contents))
);

-- That moment, and the work done up to it in every calendar. Joined, not asked for row by row:
-- a query with the scalar above reads every column of what it is used on.
create macro marts.worked_at(as_of) as table
    with looked_at as (
        select least((as_of + 1)::timestamptz, imported_at) as moment
        from marts.contents
    )

    select
        calendars.calendar,
        looked_at.moment,
        coalesce(
            arg_max(
                marts.worked_since(
                    work_steps.worked,
                    work_steps.is_working,
                    work_steps.changes_at,
                    looked_at.moment
                ),
                work_steps.changes_at
            ),
            0
        ) as worked
    from looked_at
    cross join marts.calendars
    left join marts.work_steps
        on
            calendars.calendar = work_steps.calendar
            and looked_at.moment >= work_steps.changes_at
    group by calendars.calendar, looked_at.moment;

-- The last day that is known, of those up to a day.
create macro marts.known_until(as_of) as (
    least(as_of, (select imported_at::date from marts.contents))
);

-- One row per ticket known at the last import, with both clocks in calendar and in working hours.
-- promise_late_on: the day on which the time last promised is past, done or not. open_until:
-- resolved_on, far ahead while it is open, so that open tickets are found without reading all.
create table marts.ticket_times as
with targets as (
    select
        unnest($target_kinds) as kind,
        unnest($target_severities) as severity,
        unnest($target_first_response_hours) as first_response_target,
        unnest($target_resolution_hours) as resolution_target
)

select
    tickets.ticket_id,
    tickets.client_id,
    clients.segment,
    tickets.kind,
    tickets.severity,
    tickets.title,
    tickets.module,
    tickets.opened_at,
    tickets.opened_at::date as opened_on,
    hour(tickets.opened_at)::utinyint as opened_hour,
    ticket_clocks.first_response_at,
    ticket_clocks.first_response_at::date as first_response_on,
    ticket_clocks.resolved_at,
    ticket_clocks.resolved_at::date as resolved_on,
    hour(ticket_clocks.resolved_at)::utinyint as resolved_hour,
    coalesce(ticket_clocks.resolved_at::date, date '9999-12-31') as open_until,
    tickets.promised_at,
    case when tickets.promised_at < $imported_at then tickets.promised_at::date end
        as promise_late_on,
    tickets.first_owner,
    tickets.owner,
    tickets.handover_count,
    tickets.reopened_count,
    tickets.root_cause,
    case
        when tickets.lesson_recorded_at < $imported_at then tickets.lesson_recorded_at::date
    end as lesson_recorded_on,
    ticket_clocks.calendar,
    ticket_clocks.worked_at_opening,
    marts.hours_of(epoch_us(ticket_clocks.first_response_at) - epoch_us(tickets.opened_at))
        as first_response_hours,
    marts.hours_of(epoch_us(ticket_clocks.resolved_at) - epoch_us(tickets.opened_at))
        as resolution_hours,
    ticket_clocks.working_first_response_hours,
    ticket_clocks.working_resolution_hours,
    targets.first_response_target,
    targets.resolution_target
from ticket_clocks
inner join tickets on ticket_clocks.ticket_id = tickets.ticket_id
inner join clients on tickets.client_id = clients.client_id
left join targets
    on tickets.kind::varchar = targets.kind and tickets.severity::varchar = targets.severity
order by opened_on, tickets.ticket_id;

-- Tickets open at the end of a day, with their age on both clocks. State: breached once the time
-- last promised is past, else paused while a pause is open, else running. No step is used twice:
-- DuckDB would keep it with every column of every open ticket, also those nobody asked for.
create macro marts.open_tickets_at(as_of, client_ids) as table
    with still_open as (
        select
            ticket_times.*,
            coalesce(ticket_times.first_response_on <= as_of, false) as is_answered,
            now.moment,
            now.worked
        from marts.ticket_times
        inner join marts.worked_at(as_of) as now on ticket_times.calendar = now.calendar
        where
            ticket_times.opened_on <= as_of
            and ticket_times.open_until > as_of
            and in_view(ticket_times.client_id, client_ids)
    ),

    paused as (
        select
            ticket_id,
            list(struct_pack(worked_at_pause, worked_at_resumption)) as pauses,
            bool_or(coalesce(resumed_on > as_of, true)) as is_paused
        from marts.pause_spans
        where paused_on <= as_of and open_until > as_of
        group by ticket_id
    )

    select
        still_open.* exclude (moment, worked),
        marts.hours_of(epoch_us(still_open.moment) - epoch_us(still_open.opened_at)) as age_hours,
        marts.hours_of(
            still_open.worked
            - still_open.worked_at_opening
            - coalesce(
                list_sum(
                    list_transform(
                        paused.pauses,
                        lambda pause: marts.work_lost(
                            pause['worked_at_pause'],
                            pause['worked_at_resumption'],
                            still_open.worked
                        )
                    )
                ),
                0
            )
        ) as working_age_hours,
        case
            when coalesce(still_open.promise_late_on <= as_of, false) then 'breached'
            when coalesce(paused.is_paused, false) then 'paused'
            else 'running'
        end as state
    from still_open
    left join paused on still_open.ticket_id = paused.ticket_id;

-- Every promise: dates of tickets and complaints, and those made in meetings and contracts. It is
-- judged by its first date; first_late_on and late_on are the days on which the first and the last
-- date are past, done or not.
create table marts.promise_ledger as
with dated as (
    select
        ticket_id as promise_id,
        kind::varchar as kind,
        client_id,
        title as what,
        coalesce(first_owner, owner) as made_by,
        opened_at::date as promised_on,
        coalesce(first_promised_at, promised_at) as first_due_at,
        coalesce(promised_at, first_promised_at) as due_at,
        case when resolved_at < $imported_at then resolved_at end as done_at
    from tickets
    where opened_at < $imported_at
    union all
    select
        complaint_id as promise_id,
        'complaint' as kind,
        client_id,
        description as what,
        null as made_by,
        received_at::date as promised_on,
        coalesce(first_promised_at, promised_at) as first_due_at,
        coalesce(promised_at, first_promised_at) as due_at,
        case when resolved_at < $imported_at then resolved_at end as done_at
    from complaints
    where received_at < $imported_at and form = 'complaint'
),

said as (
    select
        promise_id,
        client_id,
        what,
        made_by,
        promised_on,
        coalesce(first_due_on, due_on) as first_due_on,
        due_on,
        case when kept_on <= cast($imported_at as date) then kept_on end as done_on
    from promises
    where promised_on <= cast($imported_at as date)
)

select
    promise_id,
    kind,
    client_id,
    what,
    made_by,
    promised_on,
    first_due_at::date as first_due_on,
    due_at::date as due_on,
    done_at::date as done_on,
    done_at <= first_due_at as is_kept,
    case when first_due_at < $imported_at then first_due_at::date end as first_late_on,
    case when due_at < $imported_at then due_at::date end as late_on,
    due_at > first_due_at as is_moved,
    datediff('day', done_at::date, first_due_at::date) as slack_days,
    coalesce(done_at::date, date '9999-12-31') as open_until
from dated
where first_due_at is not null
union all
select
    promise_id,
    'promise' as kind,
    client_id,
    what,
    made_by,
    promised_on,
    first_due_on,
    due_on,
    done_on,
    done_on <= first_due_on as is_kept,
    case when first_due_on < cast($imported_at as date) then first_due_on end as first_late_on,
    case when due_on < cast($imported_at as date) then due_on end as late_on,
    due_on > first_due_on as is_moved,
    datediff('day', done_on, first_due_on) as slack_days,
    coalesce(done_on, date '9999-12-31') as open_until
from said
order by first_due_on, kind, promise_id;

-- What became of a promise by the end of a day; null while it is neither done nor past its first
-- date, or not yet made.
create macro marts.outcome_of(promised_on, done_on, is_kept, first_late_on, as_of) as (
    case
        when promised_on > as_of then null
        when done_on <= as_of and is_kept then 'kept'
        when done_on <= as_of then 'broken'
        when first_late_on <= as_of then 'overdue'
    end
);

-- The promises whose first date lies in a period, with what became of them by its end.
create macro marts.promises_of(since, until, client_ids) as table
    select
        *,
        marts.outcome_of(promised_on, done_on, is_kept, first_late_on, until) as outcome
    from marts.promise_ledger
    where
        first_due_on >= since
        and first_due_on <= until
        and promised_on <= until
        and in_view(client_id, client_ids);

-- Promises that are made and not done at the end of a day. is_past_due: by the date last agreed.
create macro marts.open_promises_at(as_of, client_ids) as table
    select
        *,
        coalesce(late_on <= as_of, false) as is_past_due,
        due_on - marts.known_until(as_of) as days_left
    from marts.promise_ledger
    where
        promised_on <= as_of
        and open_until > as_of
        and in_view(client_id, client_ids);

-- Lessons written down after a ticket or a complaint, and the first time the same trouble came
-- again within $repeat_within days: a fault of the same client and module, or a complaint of the
-- same client and cause. A ticket without a module cannot be followed, and a case that came only
-- after its own lesson is no repeat of itself.
create table marts.lessons as
with learned as (
    select
        kind::varchar as source,
        ticket_id as id,
        client_id,
        module as subject,
        lesson_recorded_at as recorded_at
    from tickets
    where lesson_recorded_at < $imported_at and opened_at < $imported_at and module is not null
    union all
    select
        'complaint' as source,
        complaint_id as id,
        client_id,
        cause::varchar as subject,
        lesson_recorded_at as recorded_at
    from complaints
    where
        lesson_recorded_at < $imported_at and received_at < $imported_at and form = 'complaint'
),

happened as (
    select
        'ticket' as sort,
        ticket_id as id,
        client_id,
        module as subject,
        opened_at as happened_at
    from tickets
    where kind = 'fault' and opened_at < $imported_at
    union all
    select
        'complaint' as sort,
        complaint_id as id,
        client_id,
        cause::varchar as subject,
        received_at as happened_at
    from complaints
    where form = 'complaint' and received_at < $imported_at
),

troubles as (
    select
        *,
        lead(id) over following as next_id,
        lead(happened_at) over following as next_happened_at
    from happened
    window
        following as (partition by sort, client_id, subject order by happened_at, id),
        together as (partition by sort, client_id, subject, happened_at order by id)
    qualify row_number() over together = 1
),

followed as (
    select
        learned.*,
        case when learned.id = troubles.id then troubles.next_id else troubles.id end
            as repeat_id,
        case
            when learned.id = troubles.id then troubles.next_happened_at
            else troubles.happened_at
        end::date as repeated_on,
        learned.recorded_at::date as recorded_on,
        learned.recorded_at::date + $repeat_within as window_ends_on
    from learned
    asof left join troubles
        on
            case when learned.source = 'complaint' then 'complaint' else 'ticket' end
            = troubles.sort
            and learned.client_id = troubles.client_id
            and learned.subject = troubles.subject
            and learned.recorded_at < troubles.happened_at
)

select
    source,
    id,
    client_id,
    subject,
    recorded_on,
    case when repeated_on <= window_ends_on then repeat_id end as repeat_id,
    case when repeated_on <= window_ends_on then repeated_on end as repeated_on,
    window_ends_on
from followed
order by recorded_on, source, id;
