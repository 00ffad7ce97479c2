-- Actions of the weekly meeting that were open in the period or done in it, each judged at its end
--     by the day first agreed, as people have entered them up to now.
-- Grain: one row per action raised by $until and not done before $since, open ones first, then the
--     earliest due. An action without a client is in every view.
-- Binds: $since, $until (dates, both included), $client_ids (the clients in view),
--     $entered_actions (what people entered, as JSON).
-- Returns: action_id, client_id, client_name, raised_on, what, owner, due_on, first_due_on,
--     done_on, moved_count, comment_count, last_comment, state, carried_weeks.
with relevant as (
    select
        actions.action_id,
        actions.client_id,
        clients.client_name,
        actions.raised_on,
        actions.what,
        actions.owner,
        actions.due_on,
        coalesce(actions.first_due_on, actions.due_on) as first_due_on,
        case when actions.done_on <= $until::date then actions.done_on end as done_on,
        actions.moved_count,
        actions.comment_count,
        actions.last_comment
    from marts.actions_now($entered_actions) as actions
    left join clients on actions.client_id = clients.client_id
    where
        actions.raised_on <= $until::date
        and coalesce(actions.done_on >= $since::date, true)
        and (actions.client_id is null or in_view(actions.client_id, $client_ids))
),

judged as (
    select
        *,
        case
            when first_due_on is null then 'undated'
            when done_on <= first_due_on then 'done_in_time'
            when done_on > first_due_on then 'done_late'
            when
                first_due_on < greatest($until::date, marts.known_until($until::date + 1))
                then 'carried_over'
            else 'open'
        end as state
    from relevant
)

select
    *,
    case
        when state in ('done_late', 'carried_over')
            then
                (
                    marts.week_of(coalesce(done_on, $until::date), 1)
                    - marts.week_of(first_due_on, 1)
                )
                // 7
    end as carried_weeks
from judged
order by done_on is null desc, due_on asc nulls last, raised_on asc, action_id asc
