-- One client's record, and the figures of all clients that it is compared with.

-- The tickets opened in a period, with the working hours until they were resolved, or so far while
-- they are open at its end (then to_on is null). State: resolved, or that of an open ticket.
create macro marts.tickets_told(since, until, client_ids) as table
    select
        'ticket' as record,
        client_id,
        ticket_id as id,
        opened_on as from_on,
        resolved_on as to_on,
        kind::varchar as kind,
        severity::varchar as severity,
        'resolved' as state,
        title as what,
        working_resolution_hours as hours,
        resolution_target as target_hours
    from marts.ticket_times
    where
        opened_on >= since
        and opened_on <= until
        and resolved_on <= until
        and in_view(client_id, client_ids)
    union all
    select
        'ticket' as record,
        client_id,
        ticket_id as id,
        opened_on as from_on,
        null as to_on,
        kind::varchar as kind,
        severity::varchar as severity,
        state,
        title as what,
        working_age_hours as hours,
        resolution_target as target_hours
    from marts.open_tickets_at(until, client_ids)
    where opened_on >= since;

-- The complaints that were open at some time of a period, and the grumbles received in it. State at
-- its end: resolved, overdue or open.
create macro marts.complaints_told(since, until, client_ids) as table
    select
        days.form::varchar as record,
        days.client_id,
        days.complaint_id as id,
        days.received_on as from_on,
        case when days.resolved_on <= until then days.resolved_on end as to_on,
        days.cause::varchar as kind,
        days.severity::varchar as severity,
        case
            when days.resolved_on <= until then 'resolved'
            when days.overdue_on <= until then 'overdue'
            else 'open'
        end as state,
        complaints.description as what
    from marts.complaint_days as days
    inner join complaints on days.complaint_id = complaints.complaint_id
    where
        days.received_on <= until
        and (
            days.received_on >= since
            or (days.form = 'complaint' and coalesce(days.resolved_on >= since, true))
        )
        and in_view(days.client_id, client_ids);

-- The promises first due from the beginning of a period to some days after its end, with what
-- became of them by its end.
create macro marts.promises_told(since, until, days_ahead, client_ids) as table
    select
        *,
        marts.outcome_of(promised_on, done_on, is_kept, first_late_on, until) as outcome
    from marts.promise_ledger
    where
        first_due_on >= since
        and first_due_on <= until + days_ahead
        and promised_on <= until
        and in_view(client_id, client_ids);

-- Days of a period on which it was a client, up to the last import; 0 where it was none.
create macro marts.days_as_client(client_since, left_on, since, until) as (
    greatest(
        least(marts.known_until(until), coalesce(left_on - 1, marts.known_until(until)))
        - greatest(since, coalesce(client_since, since))
        + 1,
        0
    )
);

-- One row per client that was one in a period: its gap of expectation, its tickets resolved within
-- target of those decided, its promises kept of those due, its complaints, and the days of the
-- period on which it was a client, as far as they are known.
create macro marts.client_figures(since, until, client_ids) as table
    with answered as (
        select
            client_id,
            sum(level_count)::bigint as answer_count,
            sum(perceived - expected) / sum(level_weight) as expectation_gap
        from marts.client_answers(since, until, client_ids)
        where level_count > 0
        group by client_id
    ),

    worked as (
        select
            client_id,
            count(*) filter (where to_on is not null or hours > target_hours) as decided,
            count(*) filter (where to_on is not null and hours <= target_hours) as within_target
        from marts.tickets_told(since, until, client_ids)
        where target_hours is not null
        group by client_id
    ),

    promised as (
        select
            client_id,
            count(outcome) as due,
            count(*) filter (where outcome = 'kept') as kept
        from marts.promises_of(since, until, client_ids)
        group by client_id
    ),

    complained as (
        select
            client_id,
            sum(received)::bigint as received
        from marts.complaint_flow_days
        where on_day >= since and on_day <= until and in_view(client_id, client_ids)
        group by client_id
    )

    select
        clients.client_id,
        clients.segment,
        answered.expectation_gap,
        coalesce(answered.answer_count, 0) as answer_count,
        coalesce(worked.decided, 0) as decided,
        coalesce(worked.within_target, 0) as within_target,
        coalesce(promised.due, 0) as due,
        coalesce(promised.kept, 0) as kept,
        coalesce(complained.received, 0) as received,
        marts.days_as_client(clients.client_since, clients.left_on, since, until) as day_count
    from clients
    left join answered on clients.client_id = answered.client_id
    left join worked on clients.client_id = worked.client_id
    left join promised on clients.client_id = promised.client_id
    left join complained on clients.client_id = complained.client_id
    where
        in_view(clients.client_id, client_ids)
        and marts.days_as_client(clients.client_since, clients.left_on, since, until) > 0;

-- The last time each client answered and complained to us up to a day, and the later of both; null
-- where it never did. Grumbles are told to others.
create macro marts.last_heard_until(until) as table
    with answered as (
        select
            client_id,
            max(answered_on) as last_answered_on
        from marts.survey_responses
        where answered_on <= until
        group by client_id
    ),

    complained as (
        select
            client_id,
            max(received_on) as last_complaint_on
        from marts.complaint_handling
        where received_on <= until
        group by client_id
    )

    select
        clients.client_id,
        answered.last_answered_on,
        complained.last_complaint_on,
        greatest(answered.last_answered_on, complained.last_complaint_on) as heard_on,
        case
            when complained.last_complaint_on >= answered.last_answered_on then 'complaint'
            when answered.last_answered_on is not null then 'answer'
            when complained.last_complaint_on is not null then 'complaint'
        end as heard_by
    from clients
    left join answered on clients.client_id = answered.client_id
    left join complained on clients.client_id = complained.client_id;

-- The same, with how many invitations since the last answer (or ever) nobody answered.
create macro marts.contacts_until(until, client_ids) as table
    with heard as (
        select *
        from marts.last_heard_until(until)
        where in_view(client_id, client_ids)
    ),

    invited as (
        select
            days.client_id,
            sum(days.invitation_count)::bigint as unanswered_count
        from marts.invitation_days as days
        inner join heard on days.client_id = heard.client_id
        where days.sent_on <= until and coalesce(days.sent_on > heard.last_answered_on, true)
        group by days.client_id
    )

    select
        heard.client_id,
        heard.last_answered_on,
        heard.last_complaint_on,
        coalesce(invited.unanswered_count, 0) as unanswered_count
    from heard
    left join invited on heard.client_id = invited.client_id;
