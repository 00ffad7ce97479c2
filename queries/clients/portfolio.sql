-- The clients of a portfolio, the one that needs most first, with the points for each need: open
-- complaints, a fallen tier, promises and tickets past their dates, silence.
-- Grain: one row per client active at the end of the period; most points first, then worth, name.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view), $tier_window,
--     $eps, $points_open_complaint, $points_major_complaint, $points_overdue_complaint,
--     $points_fallen_rung, $points_complaining_answers, $points_promise_past,
--     $points_promise_soon, $points_ticket_past, $points_silence, $points_vip_client,
--     $points_most_of_a_kind, $points_promise_soon_days, $points_silent_days.
-- Returns: client_id, client_name, segment, manager, regional_manager, tier, previous_tier,
--     tiers_fallen, tier_since, basis, expectation_gap, answer_count, last_answered_on,
--     complaint_count, major_count, overdue_count, complaint_days_late, promise_past_count,
--     promise_days_late, promise_soon_count, promise_days_left, ticket_past_count,
--     ticket_days_late, heard_on, silent_since, silent_from, days_silent, is_silent, yearly_worth,
--     complaint_points, tier_points, promise_points, ticket_points, silence_points, vip_points,
--     points.
with needs as (
    select *
    from
        marts.needs_at(
            $since::date,
            $until::date,
            $client_ids,
            $tier_window,
            $eps,
            $points_promise_soon_days,
            $points_silent_days
        )
),

weighed as (
    select
        *,
        least(complaint_count, $points_most_of_a_kind) * $points_open_complaint
        + least(major_count, $points_most_of_a_kind) * $points_major_complaint
        + least(overdue_count, $points_most_of_a_kind) * $points_overdue_complaint
            as complaint_points,
        coalesce(tiers_fallen, 0) * $points_fallen_rung
        + case
            when tier = 'complaining' and basis <> 'complaint' then $points_complaining_answers
            else 0
        end as tier_points,
        least(promise_past_count, $points_most_of_a_kind) * $points_promise_past
        + least(promise_soon_count, $points_most_of_a_kind) * $points_promise_soon
            as promise_points,
        least(ticket_past_count, $points_most_of_a_kind) * $points_ticket_past as ticket_points,
        case when is_silent then $points_silence else 0 end as silence_points
    from needs
),

added as (
    select
        *,
        complaint_points + tier_points + promise_points + ticket_points + silence_points
            as own_points
    from weighed
)

select
    * exclude (own_points),
    case when own_points > 0 and segment = 'vip' then $points_vip_client else 0 end as vip_points,
    own_points + vip_points as points
from added
order by points desc, yearly_worth desc nulls last, client_name asc, client_id asc
