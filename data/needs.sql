-- What each client needs from us at the end of a day. Weighed by `queries/clients/portfolio.sql`.

-- Complaints and promises that are open at the end of a day, and open tickets past their date,
-- counted per client, with the earliest of the dates. A promise is here one that is the date of
-- neither complaint nor ticket.
create macro marts.pressing_at(as_of, soon_days, client_ids) as table
    with cases as (
        select
            client_id,
            'complaint' as source,
            severity = 'major' as is_major,
            promised_on as due_on,
            coalesce(overdue_on <= as_of, false) as is_past,
            false as is_soon
        from marts.complaint_handling
        where received_on <= as_of and coalesce(resolved_on > as_of, true)
        union all
        select
            client_id,
            'promise' as source,
            false as is_major,
            due_on,
            is_past_due as is_past,
            not is_past_due and days_left <= soon_days as is_soon
        from marts.open_promises_at(as_of, client_ids)
        where kind = 'promise'
        union all
        select
            client_id,
            'ticket' as source,
            false as is_major,
            promise_late_on as due_on,
            true as is_past,
            false as is_soon
        from marts.ticket_times
        where opened_on <= as_of and open_until > as_of and promise_late_on <= as_of
    )

    select
        client_id,
        count(*) filter (where source = 'complaint') as complaint_count,
        count(*) filter (where is_major) as major_count,
        count(*) filter (where source = 'complaint' and is_past) as overdue_count,
        min(due_on) filter (where source = 'complaint' and is_past) as complaint_due_on,
        count(*) filter (where source = 'promise' and is_past) as promise_past_count,
        min(due_on) filter (where source = 'promise' and is_past) as promise_past_due_on,
        count(*) filter (where is_soon) as promise_soon_count,
        min(due_on) filter (where is_soon) as promise_soon_due_on,
        count(*) filter (where source = 'ticket') as ticket_past_count,
        min(due_on) filter (where source = 'ticket') as ticket_due_on
    from cases
    group by client_id;

-- One row per client active at the end of a period. tiers_fallen: null unless heard at both ends
-- and lower at the second. silent_since: the day it was last heard, of a client never heard the
-- later of its first day and the first record. Nobody is silent while a complaint is open, or where
-- neither answers nor complaints are recorded at all.
create macro marts.needs_at(
    since, until, client_ids, tier_window, eps, soon_days, silent_days
) as table
    with states as (
        select
            now.* exclude (deciding_complaint_id, deciding_since, deciding_reason),
            clients.client_name,
            clients.segment,
            clients.manager,
            clients.regional_manager,
            earlier.tier as previous_tier,
            spans.from_on as tier_since,
            worth.yearly_worth,
            pressing.* exclude (client_id),
            heard.heard_on,
            heard.heard_by,
            clients.client_since,
            contents.oldest_on,
            contents.response_count + contents.complaint_count > 0 as hears_clients,
            coalesce(heard.heard_on, greatest(clients.client_since, contents.oldest_on))
                as silent_since,
            least(until, contents.imported_at::date) as known_until
        from marts.client_tiers_on(until, client_ids, tier_window, eps) as now
        inner join clients on now.client_id = clients.client_id
        left join marts.tiers_at(since - 1) as earlier on now.client_id = earlier.client_id
        left join marts.tiers_at(until) as spans on now.client_id = spans.client_id
        left join marts.pressing_at(until, soon_days, client_ids) as pressing
            on now.client_id = pressing.client_id
        left join marts.last_heard_until(until) as heard on now.client_id = heard.client_id
        left join marts.client_worth as worth on now.client_id = worth.client_id
        cross join marts.contents as contents
    )

    select
        client_id,
        client_name,
        segment,
        manager,
        regional_manager,
        tier,
        previous_tier,
        case when tier > previous_tier then enum_code(tier) - enum_code(previous_tier) end::bigint
            as tiers_fallen,
        tier_since,
        basis,
        expectation_gap,
        answer_count,
        last_answered_on,
        coalesce(complaint_count, 0) as complaint_count,
        coalesce(major_count, 0) as major_count,
        coalesce(overdue_count, 0) as overdue_count,
        known_until - complaint_due_on as complaint_days_late,
        coalesce(promise_past_count, 0) as promise_past_count,
        known_until - promise_past_due_on as promise_days_late,
        coalesce(promise_soon_count, 0) as promise_soon_count,
        promise_soon_due_on - known_until as promise_days_left,
        coalesce(ticket_past_count, 0) as ticket_past_count,
        known_until - ticket_due_on as ticket_days_late,
        heard_on,
        silent_since,
        case
            when heard_by is not null then heard_by
            when silent_since = client_since then 'client_since'
            when silent_since is not null then 'first_record'
        end as silent_from,
        case when silent_since <= known_until then known_until - silent_since end as days_silent,
        coalesce(
            hears_clients
            and coalesce(complaint_count, 0) = 0
            and known_until - silent_since >= silent_days,
            false
        ) as is_silent,
        yearly_worth
    from states;

-- Of each client the promise to speak of first: the one longest past its date last agreed, else the
-- one due soonest within so many days. Dates of tickets and complaints are promises too.
create macro marts.first_promise_at(as_of, days_ahead, client_ids) as table
    select
        client_id,
        min_by(
            struct_pack(kind, promise_id, due_on, days_left, is_past_due),
            (days_left, not is_past_due, kind, promise_id)
        ) as promise
    from marts.open_promises_at(as_of, client_ids)
    where is_past_due or days_left <= days_ahead
    group by client_id;

-- Why to call a client: it is silent, it fell in the period, or something was promised to it. One
-- row per reason and client; first_by and then_by put those first that are called first.
create macro marts.follow_ups_at(
    since, until, client_ids, tier_window, eps, soon_days, silent_days, days_ahead
) as table
    with promised as (
        select
            needs.*,
            promises.promise
        from
            marts.needs_at(
                since, until, client_ids, tier_window, eps, soon_days, silent_days
            ) as needs
        left join marts.first_promise_at(until, days_ahead, client_ids) as promises
            on needs.client_id = promises.client_id
    ),

    reasons as (
        select unnest(['silent', 'fell', 'promised']) as follow_up
    )

    select
        reasons.follow_up,
        promised.*,
        case reasons.follow_up
            when 'silent' then -promised.days_silent
            when 'fell' then -promised.tiers_fallen
            else promised.promise.days_left
        end as first_by,
        case reasons.follow_up
            when 'fell' then date '9999-12-31' - promised.tier_since
            when 'promised' then (not promised.promise.is_past_due)::bigint
        end as then_by
    from promised
    cross join reasons
    where
        (reasons.follow_up = 'silent' and promised.is_silent)
        or (reasons.follow_up = 'fell' and promised.tiers_fallen > 0)
        or (reasons.follow_up = 'promised' and promised.promise is not null);

-- Complaints open at the end of a day, with the steps they call for that were not done yet, in the
-- order of handling.
create macro marts.open_complaints_at(as_of, client_ids) as table
    with still_open as (
        select
            handled.complaint_id,
            string_agg(step_times.step, ' ' order by step_times.step) as missing_steps
        from marts.complaint_handling as handled
        left join marts.step_times
            on
                handled.complaint_number = step_times.complaint_number
                and step_times.due_from <= as_of
                and coalesce(step_times.done_on > as_of, true)
        where
            handled.received_on <= as_of
            and coalesce(handled.resolved_on > as_of, true)
            and in_view(handled.client_id, client_ids)
        group by handled.complaint_id
    )

    select
        handled.client_id,
        handled.complaint_id,
        complaints.description,
        handled.severity,
        handled.cause,
        handled.received_on,
        coalesce(complaints.first_promised_at::date, handled.promised_on) as first_due_on,
        handled.promised_on as due_on,
        coalesce(handled.overdue_on <= as_of, false) as is_past_due,
        holders.holder,
        still_open.missing_steps
    from still_open
    inner join marts.complaint_handling as handled on still_open.complaint_id = handled.complaint_id
    inner join complaints on still_open.complaint_id = complaints.complaint_id
    inner join marts.complaint_holders_at(as_of) as holders
        on still_open.complaint_id = holders.complaint_id;

-- Actions of the weekly meeting that are not done at the end of a day.
create macro marts.open_actions_at(as_of, client_ids, entered) as table
    select
        *,
        coalesce(due_on < marts.known_until(as_of), false) as is_past_due
    from marts.actions_now(entered)
    where
        raised_on <= marts.known_until(as_of)
        and coalesce(done_on > marts.known_until(as_of), true)
        and in_view(client_id, client_ids);
