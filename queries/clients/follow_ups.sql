-- Clients to call, by reason: silent the longest, fallen furthest in the period (then latest),
--     promised and most overdue, else due soonest; a ticket's date is a promise too.
-- Grain: one row per reason and client, the first to call first, ties by worth, then name; at most
--     $most_rows of each reason. The promise is the client's first, whatever the reason.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $tier_window,
--     $eps, $points_promise_soon_days, $points_silent_days, $days_ahead, $most_rows.
-- Returns: follow_up, place, client_id, client_name, segment, manager, regional_manager, tier,
--     previous_tier, tiers_fallen, tier_since, expectation_gap, answer_count, last_answered_on,
--     heard_on, silent_since, silent_from, days_silent, kind, promise_id, due_on, days_left,
--     is_past_due, yearly_worth.
with candidates as (
    select
        *,
        row_number() over (
            partition by follow_up
            order by
                first_by asc,
                then_by asc,
                yearly_worth desc nulls last,
                client_name asc,
                client_id asc
        ) as place
    from
        marts.follow_ups_at(
            $since::date,
            $until::date,
            $client_ids,
            $tier_window,
            $eps,
            $points_promise_soon_days,
            $points_silent_days,
            $days_ahead
        )
)

select
    follow_up,
    place,
    client_id,
    client_name,
    segment,
    manager,
    regional_manager,
    tier,
    previous_tier,
    tiers_fallen,
    tier_since,
    expectation_gap,
    answer_count,
    last_answered_on,
    heard_on,
    silent_since,
    silent_from,
    days_silent,
    promise.kind,
    promise.promise_id,
    promise.due_on,
    promise.days_left,
    promise.is_past_due,
    yearly_worth
from candidates
where place <= $most_rows
order by list_position(['silent', 'fell', 'promised'], follow_up), place
