-- Everything that is open at the end of a day and somebody has to act on: complaints, tickets, and
-- promises that are the date of neither. Weighed by `queries/service/open_problems.sql`.

-- Who has a complaint of which no step is recorded: its ticket's owner, else the client's manager.
create table marts.complaint_owners as
select
    handled.complaint_id,
    coalesce(ticket_times.owner, clients.manager) as owner
from marts.complaint_handling as handled
inner join clients on handled.client_id = clients.client_id
left join marts.ticket_times
    on
        handled.ticket_id = ticket_times.ticket_id
        and handled.client_id = ticket_times.client_id
order by handled.complaint_id;

-- Who has each open complaint at the end of a day: the person of its last step, else the above.
create macro marts.complaint_holders_at(as_of) as table
    with last_steps as (
        select
            complaint_id,
            arg_max(struct_pack(done_by, step, done_on), (done_at, step)) as last_step
        from marts.steps_taken
        where open_until > as_of and done_on <= as_of
        group by complaint_id
    )

    select
        handled.complaint_id,
        coalesce(last_steps.last_step.done_by, complaint_owners.owner) as holder,
        last_steps.last_step.step as last_step,
        last_steps.last_step.done_on as last_step_on
    from marts.complaint_handling as handled
    inner join marts.complaint_owners on handled.complaint_id = complaint_owners.complaint_id
    left join last_steps on handled.complaint_id = last_steps.complaint_id
    where handled.received_on <= as_of and coalesce(handled.resolved_on > as_of, true);

-- One row per open problem. State: of a ticket running, paused or breached, of the others open or
-- overdue; breached and overdue are past the date last agreed.
create macro marts.open_problems_at(as_of, client_ids) as table
    select
        'complaint' as source,
        handled.complaint_id as id,
        handled.client_id,
        complaints.description as what,
        handled.severity::varchar as severity,
        holders.holder as owner,
        handled.received_on as opened_on,
        handled.promised_on as due_on,
        case when coalesce(handled.overdue_on <= as_of, false) then 'overdue' else 'open' end
            as state,
        null::bigint as handover_count,
        handled.reopened_count
    from marts.complaint_handling as handled
    inner join complaints on handled.complaint_id = complaints.complaint_id
    inner join marts.complaint_holders_at(as_of) as holders
        on handled.complaint_id = holders.complaint_id
    where in_view(handled.client_id, client_ids)
    union all
    select
        kind::varchar as source,
        ticket_id as id,
        client_id,
        title as what,
        severity::varchar as severity,
        owner,
        opened_on,
        promised_at::date as due_on,
        state,
        handover_count,
        reopened_count
    from marts.open_tickets_at(as_of, client_ids)
    union all
    select
        kind as source,
        promise_id as id,
        client_id,
        what,
        null as severity,
        made_by as owner,
        promised_on as opened_on,
        due_on,
        case when is_past_due then 'overdue' else 'open' end as state,
        null::bigint as handover_count,
        null::bigint as reopened_count
    from marts.open_promises_at(as_of, client_ids)
    where kind = 'promise';
