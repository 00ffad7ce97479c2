-- Working time: how much work was possible up to any moment, so that the work between two moments
-- is one subtraction (measures.md, section 6). marts.work_spans comes from `data/working_time.py`,
-- one row per stretch of work of a calendar; everything is in whole microseconds.

-- Work done in a calendar up to each moment at which work begins or ends.
create table marts.work_steps as
with totals as (
    select
        calendar,
        starts_at,
        ends_at,
        epoch_us(ends_at) - epoch_us(starts_at) as length,
        (sum(epoch_us(ends_at) - epoch_us(starts_at)) over so_far)::bigint as worked
    from marts.work_spans
    window so_far as (partition by calendar order by starts_at)
)

select
    calendar,
    starts_at as changes_at,
    worked - length as worked,
    true as is_working
from totals
union all
select
    calendar,
    ends_at as changes_at,
    worked,
    false as is_working
from totals
order by calendar, changes_at;

-- Work done up to a moment, from the last step before it; before the first step there is none.
create macro marts.worked_since(worked, is_working, changed_at, moment) as (
    case
        when moment is null then null
        else coalesce(
            worked + case when is_working then epoch_us(moment) - epoch_us(changed_at) else 0 end, 0
        )
    end
);

create macro marts.hours_of(microseconds) as (
    microseconds / 3600000000.0
);

-- The calendar of each client; one that the settings do not have is measured by `standard`.
create table marts.client_calendars as
select
    clients.client_id,
    coalesce(calendars.calendar, 'standard') as calendar
from clients
left join marts.calendars on clients.calendar = calendars.calendar
order by clients.client_id;

-- What each ticket's clock has to know: its moments with the work done up to them. What lies after
-- the last import is not known yet.
create or replace temporary table ticket_moments as
with known as (
    select
        tickets.ticket_id,
        client_calendars.calendar,
        tickets.opened_at,
        case
            when tickets.first_response_at < $imported_at then tickets.first_response_at
        end as first_response_at,
        case when tickets.resolved_at < $imported_at then tickets.resolved_at end as resolved_at
    from tickets
    inner join marts.client_calendars on tickets.client_id = client_calendars.client_id
    where tickets.opened_at < $imported_at
)

select
    known.*,
    marts.worked_since(opening.worked, opening.is_working, opening.changes_at, known.opened_at)
        as worked_at_opening,
    marts.worked_since(
        answering.worked, answering.is_working, answering.changes_at, known.first_response_at
    ) as worked_at_response,
    marts.worked_since(closing.worked, closing.is_working, closing.changes_at, known.resolved_at)
        as worked_at_resolution
from known
asof left join marts.work_steps as opening
    on known.calendar = opening.calendar and known.opened_at >= opening.changes_at
asof left join marts.work_steps as answering
    on known.calendar = answering.calendar and known.first_response_at >= answering.changes_at
asof left join marts.work_steps as closing
    on known.calendar = closing.calendar and known.resolved_at >= closing.changes_at;

-- Pauses since their ticket was opened, overlapping ones as one. resumed_at null: nobody had ended
-- it at the last import; each clock counts it up to its own end. open_until: the day its ticket was
-- resolved, far ahead while it is open, so that the pauses of open tickets are found at once.
create table marts.pause_spans as
with inside as (
    select
        pauses.ticket_id,
        ticket_moments.calendar,
        coalesce(ticket_moments.resolved_at::date, date '9999-12-31') as open_until,
        greatest(pauses.paused_at, ticket_moments.opened_at) as paused_at,
        case when pauses.resumed_at < $imported_at then pauses.resumed_at end as resumed_at
    from pauses
    inner join ticket_moments on pauses.ticket_id = ticket_moments.ticket_id
    where pauses.paused_at < $imported_at
),

ordered as (
    select
        *,
        max(coalesce(resumed_at, $imported_at)) over earlier as resumed_before
    from inside
    where coalesce(resumed_at > paused_at, true)
    window
        earlier as (
            partition by ticket_id
            order by paused_at
            rows between unbounded preceding and 1 preceding
        )
),

numbered as (
    select
        *,
        count(*) filter (where coalesce(paused_at > resumed_before, true))
            over (partition by ticket_id order by paused_at rows unbounded preceding) as stretch
    from ordered
),

stretches as (
    select
        ticket_id,
        calendar,
        open_until,
        min(paused_at) as paused_at,
        case when count(*) = count(resumed_at) then max(resumed_at) end as resumed_at
    from numbered
    group by ticket_id, calendar, open_until, stretch
)

select
    stretches.ticket_id,
    stretches.calendar,
    stretches.open_until,
    stretches.paused_at,
    stretches.resumed_at,
    stretches.paused_at::date as paused_on,
    stretches.resumed_at::date as resumed_on,
    marts.worked_since(pausing.worked, pausing.is_working, pausing.changes_at, stretches.paused_at)
        as worked_at_pause,
    marts.worked_since(
        resuming.worked, resuming.is_working, resuming.changes_at, stretches.resumed_at
    ) as worked_at_resumption
from stretches
asof left join marts.work_steps as pausing
    on stretches.calendar = pausing.calendar and stretches.paused_at >= pausing.changes_at
asof left join marts.work_steps as resuming
    on stretches.calendar = resuming.calendar and stretches.resumed_at >= resuming.changes_at
order by stretches.paused_at, stretches.ticket_id;

-- Work that a pause kept from being done up to some moment, given by the work done until then.
create macro marts.work_lost(worked_at_pause, worked_at_resumption, worked) as (
    greatest(least(coalesce(worked_at_resumption, worked), worked) - worked_at_pause, 0)
);

-- Working hours of both clocks of each ticket, pauses taken out; null while a clock runs.
create or replace temporary table ticket_clocks as
with lost as (
    select
        ticket_moments.ticket_id,
        sum(
            marts.work_lost(
                pause_spans.worked_at_pause,
                pause_spans.worked_at_resumption,
                ticket_moments.worked_at_response
            )
        )::bigint as before_response,
        sum(
            marts.work_lost(
                pause_spans.worked_at_pause,
                pause_spans.worked_at_resumption,
                ticket_moments.worked_at_resolution
            )
        )::bigint as before_resolution
    from marts.pause_spans
    inner join ticket_moments on pause_spans.ticket_id = ticket_moments.ticket_id
    group by ticket_moments.ticket_id
)

select
    ticket_moments.*,
    marts.hours_of(
        ticket_moments.worked_at_response
        - ticket_moments.worked_at_opening
        - coalesce(lost.before_response, 0)
    ) as working_first_response_hours,
    marts.hours_of(
        ticket_moments.worked_at_resolution
        - ticket_moments.worked_at_opening
        - coalesce(lost.before_resolution, 0)
    ) as working_resolution_hours
from ticket_moments
left join lost on ticket_moments.ticket_id = lost.ticket_id;
